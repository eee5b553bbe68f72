using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Letters.Writing;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class LetterTextTests
{
    [Fact]
    public void Text_OfAnotherProvince_IsItsOwnFromHeadToFoot()
    {
        var fields = LetterFixture.Fields();
        Set(fields.Letter(), new()
        {
            ["provinceAbbr"] = "ชม",
            ["unitCode"] = "0019.3",
            ["registerNo"] = "120",
            ["issuer"] = "ศาลากลางจังหวัดเชียงใหม่",
            ["street"] = "ถนนโชตนา",
            ["postcode"] = "50300",
            ["date"] = "2021-02-28",
            ["addressee"] = "นายอำเภอแม่ริม",
            ["village"] = "บ้านสมมุติ",
            ["moo"] = 12,
            ["tambon"] = "ริมใต้",
            ["amphoe"] = "แม่ริม",
            ["province"] = "เชียงใหม่",
            ["eventDate"] = "2021-03-01",
            ["eventStart"] = "09:00",
            ["eventEnd"] = "12:05",
            ["phone"] = "0812345678",
            ["motto"] = "นครแห่งชีวิต",
        });

        var lines = fields.Text().Split('\n');

        Assert.Equal("ที่ ชม ๐๐๑๙.๓/๑๒๐", lines[0]);
        Assert.Contains("ถนนโชตนา ชม ๕๐๓๐๐", lines);
        Assert.Contains("๒๘ กุมภาพันธ์ ๒๕๖๔", lines);
        Assert.Contains("เรียน นายอำเภอแม่ริม", lines);
        Assert.Contains("โทร. ๐๘-๑๒๓๔-๕๖๗๘", lines);
        Assert.Contains("เชียงใหม่ “นครแห่งชีวิต”", lines);
        Assert.Contains(lines, l => l.Contains("กลุ่มออมทรัพย์เพื่อการผลิต บ้านสมมุติ หมู่ที่ ๑๒ ตำบลริมใต้ อำเภอแม่ริม จังหวัดเชียงใหม่ เพื่อ", StringComparison.Ordinal)
            && l.Contains("ในวันที่ ๑ มีนาคม ๒๕๖๔ เวลา ๐๙.๐๐ - ๑๒.๐๕ น. ณ ที่ทำการกลุ่มออมทรัพย์เพื่อการผลิตบ้านสมมุติ", StringComparison.Ordinal));
        Assert.DoesNotContain("หนองคาย", lines[..16].Where(l => l.StartsWith("ศาลา", StringComparison.Ordinal)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfACircularLetter_HasWoBeforeItsNumber()
    {
        var fields = LetterFixture.Fields();
        Set(fields.Letter(), new() { ["isCircular"] = true, ["registerNo"] = "123", ["addressee"] = "นายอำเภอ ทุกอำเภอ" });

        Assert.StartsWith("ที่ นค ๐๐๑๙.๓/ว ๑๒๓\n", fields.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfACircularLetterToAllGroups_NamesNone()
    {
        var fields = LetterFixture.Fields();
        fields.Letter()["isCircular"] = true;

        foreach (var name in new[] { "village", "moo", "tambon", "amphoe", "eventDate", "eventStart", "eventEnd" })
        {
            fields.Letter().Remove(name);
        }

        Assert.Contains("แจ้งประสานกลุ่มออมทรัพย์เพื่อการผลิต ในพื้นที่ เพื่อดำเนินกิจกรรมตามโครงการเสริมสร้างศักยภาพกิจกรรมเครือข่ายธุรกิจชุมชน\n", fields.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithSeveralEnclosures_NumbersThem()
    {
        var fields = LetterFixture.Fields();
        fields.Letter()["enclosures"]!.AsArray().Add(new JsonObject { ["title"] = "แบบแผนธุรกิจชุมชน", ["count"] = 2, ["unit"] = "ชุด" });

        Assert.Contains("\n\nสิ่งที่ส่งมาด้วย ๑. แนวทางการดำเนินงานโครงการฯ จำนวน ๑ ฉบับ\n๒. แบบแผนธุรกิจชุมชน จำนวน ๒ ชุด\n\nด้วย", fields.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithoutWhatALetterMayLack_LeavesNoGap()
    {
        var fields = LetterFixture.Fields();

        foreach (var name in new[] { "street", "moo", "capacity", "onBehalfOf", "ownerSubUnit", "phone", "motto", "enclosures" })
        {
            fields.Letter().Remove(name);
        }

        fields.Remove("programme");
        var text = fields.Text();

        Assert.Contains("\n\nนค ๔๓๐๐๐\n\n", text, StringComparison.Ordinal);
        Assert.Contains("บ้านดาวเรือง ตำบลโพนสว่าง", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n(นายไพโรจน์ โสภาพร)\nพัฒนาการจังหวัดหนองคาย\n\nสำนักงานพัฒนาชุมชนจังหวัดหนองคาย", text, StringComparison.Ordinal);
        Assert.DoesNotContain("สิ่งที่ส่งมาด้วย", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_ThatFollowsEarlierLetters_CitesThem()
    {
        var fields = LetterFixture.Fields();
        fields.Letter()["references"] = new JsonArray("หนังสือจังหวัดหนองคาย ที่ นค 0019.3/9535 ลงวันที่ 13 พฤษภาคม 2563");

        Assert.Contains("\n\nเรียน นายอำเภอเมืองหนองคาย\n\nอ้างถึง หนังสือจังหวัดหนองคาย ที่ นค ๐๐๑๙.๓/๙๕๓๕ ลงวันที่ ๑๓ พฤษภาคม ๒๕๖๓\n\nสิ่งที่", fields.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Guideline_OfAnotherCycle_HasItsNumbersTiersAndDates()
    {
        var fields = LetterFixture.Fields();
        Set(fields.Programme(), new()
        {
            ["priorYearBE"] = 2563,
            ["clipMaxMinutes"] = 3,
            ["submitBy"] = "2021-05-31",
            ["targetCount"] = 1200,
            ["shortlistCount"] = 60,
            ["round1By"] = "2021-06-15",
            ["tiers"] = new JsonArray(
                new JsonObject { ["name"] = "ระดับดีเยี่ยม", ["count"] = 10, ["award"] = 120000 },
                new JsonObject { ["name"] = "ระดับดีมาก", ["count"] = 20, ["award"] = 75000.50m },
                new JsonObject { ["name"] = "ระดับดี", ["count"] = 30, ["award"] = 40000 }),
            ["awardMonth"] = "2021-07-09",
            ["evaluateBy"] = "2021-09",
        });

        var text = fields.Text();

        Assert.Contains("ปี พ.ศ. ๒๕๖๓ ดำเนินการ", text, StringComparison.Ordinal);
        Assert.Contains("ระยะเวลาไม่เกิน ๓ นาที", text, StringComparison.Ordinal);
        Assert.Contains("- ส่งให้กรมฯ ภายในวันที่ ๓๑ พฤษภาคม ๒๕๖๔", text, StringComparison.Ordinal);
        Assert.Contains("รอบแรก จาก ๑,๒๐๐ แห่ง ให้เหลือ ๖๐ แห่ง ภายในวันที่ ๑๕ มิถุนายน ๒๕๖๔", text, StringComparison.Ordinal);
        Assert.Contains("โดยแบ่งเป็น ๓ ระดับ ได้แก่ ระดับดีเยี่ยม จำนวน ๑๐ แห่ง ระดับดีมาก จำนวน ๒๐ แห่ง ระดับดี จำนวน ๓๐ แห่ง ภายในเดือนมิถุนายน ๒๕๖๓", text, StringComparison.Ordinal);
        Assert.Contains("จำนวน ๖๐ แห่ง แยกเป็น ระดับดีเยี่ยม จำนวน ๑๐ แห่ง ๆ ละ ๑๒๐,๐๐๐ บาท ระดับดีมาก จำนวน ๒๐ แห่ง ๆ ละ ๗๕,๐๐๐.๕๐ บาท ระดับดี จำนวน ๓๐ แห่ง ๆ ละ ๔๐,๐๐๐ บาท วันที่ ๙ กรกฎาคม ๒๕๖๔", text, StringComparison.Ordinal);
        Assert.EndsWith("จำนวน ๖๐ แห่ง ภายในเดือนกันยายน ๒๕๖๔", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_HasNoNumberAndABlankDay()
    {
        var fields = LetterFieldsFile.Read(LetterFixture.Fields().ToJsonString()).Fields!;
        var sheet = LetterComposer.Compose(fields with { Letter = fields.Letter with { RegisterNo = null } }, Wording.Corrected);

        Assert.Equal("ที่ นค ๐๐๑๙.๓/", sheet.Reference);
        Assert.Equal("      พฤษภาคม ๒๕๖๓", sheet.Date);
    }

    private static void Set(JsonObject target, JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            target[name] = value?.DeepClone();
        }
    }
}
