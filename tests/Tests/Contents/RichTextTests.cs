using CommunityBusinessNetwork.Contents.Editing;

namespace CommunityBusinessNetwork.Tests.Contents;

/// <summary>What hostile and careless hands put into rich text.</summary>
public sealed class RichTextTests
{
    [Theory]
    [InlineData("<p onclick=\"steal()\">ข้อความ</p>", "<p>ข้อความ</p>")]
    [InlineData("<p>ก<script>alert(1)</script>ข</p>", "<p>กข</p>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">คลิก</a></p>", "<p><a>คลิก</a></p>")]
    [InlineData("<p><a href=\" java\tscript:alert(1)\">คลิก</a></p>", "<p><a>คลิก</a></p>")]
    [InlineData("<p><a href=\"data:text/html,x\">คลิก</a></p>", "<p><a>คลิก</a></p>")]
    [InlineData("<p><a href=\"/groups\" target=\"_blank\" style=\"position:fixed\">กลุ่ม</a></p>", "<p><a href=\"/groups\">กลุ่ม</a></p>")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe><p>ต่อ</p>", "<p>ต่อ</p>")]
    [InlineData("<form action=\"/sign-in\"><input name=\"p\"></form><p>ต่อ</p>", "<p>ต่อ</p>")]
    [InlineData("<h1>หัวเรื่อง</h1><div class=\"x\">ใน <span>กล่อง</span></div>", "หัวเรื่องใน กล่อง")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "\"&gt;")]
    public void Sanitize_OfWhatNobodyShouldPaste_KeepsTheWordsAndNoHarm(string pasted, string kept) => Assert.Equal(kept, RichText.Sanitize(pasted));

    [Fact]
    public void Sanitize_OfWhatTheEditorWrites_ChangesNothing()
    {
        const string Written = "<h2>หัวข้อ</h2><h3>ย่อย</h3><p><strong>หนา</strong> <em>เอียง</em><br>บรรทัด</p><ul><li><p>หนึ่ง</p></li></ul><ol><li><p>สอง</p></li></ol><blockquote><p>คำ</p></blockquote><p><a href=\"https://example.go.th/ก\">ที่</a> <a href=\"mailto:a@example.go.th\">เขียน</a></p>";

        Assert.Equal(Written, RichText.Sanitize(Written));
    }

    [Fact]
    public void Plain_OfBlocks_IsALineForEach() => Assert.Equal("หัวข้อ\nหนึ่ง & สอง\nสาม", RichText.Plain("<h2>หัวข้อ</h2><p>หนึ่ง &amp; <b>สอง</b></p><ul><li>สาม</li></ul>"));
}
