using System.IO.Compression;
using System.Text;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Tests.Tables;

public sealed class TableReaderTests
{
    private const string Thai = "รหัส,ชื่อ\r\nSG-43-01,บ้านน้ำคำ\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16")]
    [InlineData("windows-874")]
    public async Task Csv_InTheEncodingsOfThaiOffices_IsRead(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Thai),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Thai)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Thai)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes(Thai),
        };
        var table = (await ReadAsync(bytes)).Value;
        Assert.Equal(["รหัส", "ชื่อ"], table.Headings);
        Assert.Equal(["SG-43-01", "บ้านน้ำคำ"], Assert.Single(table.Rows).Cells);
    }

    [Theory]
    [InlineData("a;b,c\r\n1;2,5")]
    [InlineData("a\tb,c\n1\t2,5\n")]
    [InlineData("\"a\";\"b,c\"\r1;\"2,5\"")]
    public async Task Csv_PartedOtherwise_IsReadByWhatPartsItsHeadings(string text)
        => Assert.Equal(["1", "2,5"], Assert.Single((await ReadAsync(text)).Value.Rows).Cells);

    [Fact]
    public async Task Csv_RemarksBlankRowsAndQuotedBreaks_KeepTheNumbersOfTheRows()
    {
        var table = (await ReadAsync("# remark, with comma\na,b\n\n\"line 1\r\nline 2\",\"say \"\"yes\"\"\"\n # a remark too,x\n#remark,x\n")).Value;
        Assert.Equal([4], table.Rows.Select(r => r.Number));
        Assert.Equal(["line 1\nline 2", "say \"yes\""], table.Rows[0].Cells);
    }

    [Theory]
    [InlineData("", "files.empty")]
    [InlineData("\n\n", "tables.no-headings")]
    [InlineData("a,b\n", "tables.no-rows")]
    [InlineData("a,b\n\"1,2\n", "tables.open-quote")]
    [InlineData("a\0b", "tables.unreadable")]
    public async Task Csv_ThatIsNoTable_IsRefused(string text, string code) => Assert.Equal(code, (await ReadAsync(text)).Problems.Single().Code);

    [Fact]
    public async Task Csv_LargerThanTheLimits_IsRefused()
    {
        Assert.Equal("tables.too-many-rows", (await ReadAsync("a\n" + string.Concat(Enumerable.Repeat("1\n", 5001)))).Problems.Single().Code);
        Assert.Equal("tables.too-many-rows", (await ReadAsync("a\n" + string.Concat(Enumerable.Repeat("#\n", 20_000)))).Problems.Single().Code);
        Assert.Equal("tables.too-many-columns", (await ReadAsync(new string(',', 200))).Problems.Single().Code);
        Assert.Equal("tables.cell-too-long", (await ReadAsync("a\n" + new string('x', 10_001))).Problems.Single().Code);
        Assert.Equal("files.too-large", (await ReadAsync(new string('x', (5 * 1024 * 1024) + 1))).Problems.Single().Code);
    }

    [Fact]
    public async Task Workbook_WrittenByUs_ComesBackAsItWas()
    {
        var bytes = TableWriter.Xlsx([new("ตาราง", ["รหัส", "จำนวน", "เงิน", "เรื่อง"], [["=1+1", 12, 1500.50m, "บรรทัดหนึ่ง\nบรรทัดสอง"], ["0812345678", null, -2m, " @x "]]), new("อื่น", ["a"], [["b"]])]);
        var table = (await ReadAsync(bytes)).Value;
        Assert.Equal(["รหัส", "จำนวน", "เงิน", "เรื่อง"], table.Headings);
        Assert.Equal(["=1+1", "12", "1500.5", "บรรทัดหนึ่ง\nบรรทัดสอง"], table.Rows[0].Cells);
        Assert.Equal(["0812345678", "", "-2", "@x"], table.Rows[1].Cells);
        Assert.DoesNotContain("<x:f", PartOf(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", PartOf(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfCellsThatBeginLikeFormulas_IsHarmlessAndComesBackAsItWas()
    {
        var bytes = TableWriter.Csv(new("x", ["a", "b"], [["=cmd|' /C calc'!A0", "-5"]]), ["mark"]);
        Assert.Contains("'=cmd", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(["=cmd|' /C calc'!A0", "-5"], Assert.Single((await ReadAsync(bytes)).Value.Rows).Cells);
    }

    [Fact]
    public async Task Workbook_ThatUnpacksToGigabytes_IsRefused()
    {
        var bomb = Zip(("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<a/>"), ("xl/worksheets/sheet1.xml", new string(' ', 60 * 1024 * 1024)));
        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.Equal("tables.too-large-unpacked", (await ReadAsync(bomb)).Problems.Single().Code);
    }

    [Fact]
    public async Task Workbook_ThatIsNone_IsRefused()
    {
        Assert.Equal("tables.unreadable", (await ReadAsync(Zip(("word/document.xml", "<a/>")))).Problems.Single().Code);
        Assert.Equal("tables.unreadable", (await ReadAsync([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])).Problems.Single().Code);
        Assert.Equal("tables.unreadable", (await ReadAsync(Zip(("xl/workbook.xml", "<a"), ("xl/worksheets/sheet1.xml", "<b")))).Problems.Single().Code);
        Assert.Equal("tables.macros", (await ReadAsync(Zip(("xl/workbook.xml", "<a/>"), ("xl/vbaProject.bin", "x")))).Problems.Single().Code);
        Assert.Equal("tables.old-or-locked", (await ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0, 0])).Problems.Single().Code);
    }

    [Fact]
    public async Task Workbook_WithEntitiesThatGrow_IsRefused()
    {
        var good = TableWriter.Xlsx([new("x", ["a"], [["b"]])]);
        const string lol = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        var bad = Replaced(good, "xl/worksheets/sheet1.xml", xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, lol));
        Assert.Equal("tables.unreadable", (await ReadAsync(bad)).Problems.Single().Code);
    }

    [Fact]
    public async Task Workbook_ThatClaimsToBeWide_IsRefused()
    {
        var good = TableWriter.Xlsx([new("x", ["a"], [["b"]])]);
        var wide = Replaced(good, "xl/worksheets/sheet1.xml", xml => xml.Replace("A1:A2", "A1:XFD1048576", StringComparison.Ordinal));
        var read = await ReadAsync(wide);
        Assert.Equal("tables.too-many-columns", read.Problems.Single().Code);
    }

    private static Task<Outcome<TypedTable>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<Outcome<TypedTable>> ReadAsync(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return await TableReader.ReadAsync(stream, "File", TableLimits.Usual, Ct);
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using MemoryStream bytes = new();

        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using StreamWriter part = new(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Replaced(byte[] workbook, string name, Func<string, string> change)
    {
        using ZipArchive zip = new(new MemoryStream(workbook), ZipArchiveMode.Read);
        return Zip([.. zip.Entries.Select(e => (e.FullName, e.FullName == name ? change(PartOf(workbook, e.FullName)) : PartOf(workbook, e.FullName)))]);
    }

    private static string PartOf(byte[] workbook, string name)
    {
        using ZipArchive zip = new(new MemoryStream(workbook), ZipArchiveMode.Read);
        using StreamReader part = new(zip.GetEntry(name)!.Open());
        return part.ReadToEnd();
    }
}
