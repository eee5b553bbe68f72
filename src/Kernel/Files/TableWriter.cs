using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>A table to hand out.</summary>
/// <param name="Name">As the sheet is called; at most 31 characters.</param>
/// <param name="Rows">Texts, and numbers as int or decimal.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>How a table is handed out.</summary>
public enum TableFormat
{
    Csv,
    Xlsx,
}

/// <summary>Writes tables as files that spreadsheets open, and that <see cref="TableReader"/> reads back.</summary>
public static class TableWriter
{
    public static string ContentTypeOf(TableFormat format)
        => format == TableFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string EndingOf(TableFormat format) => format == TableFormat.Csv ? ".csv" : ".xlsx";

    /// <summary>One sheet; each remark is a line of its own before the headings.</summary>
    public static byte[] Csv(Sheet sheet, IReadOnlyList<string> remarks)
    {
        StringBuilder text = new(Files.Csv.ByteOrderMark);

        foreach (var remark in remarks)
        {
            text.Append(Files.Csv.Line($"# {remark}"));
        }

        text.Append(Files.Csv.Line(sheet.Headings));

        foreach (var row in sheet.Rows)
        {
            text.Append(Files.Csv.Line(row.Select(TextOf)));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A workbook. Texts are texts, also where they begin like a formula.</summary>
    public static byte[] Xlsx(IReadOnlyList<Sheet> sheets)
    {
        using MemoryStream stream = new();
        OpenXmlConfiguration look = new() { FastMode = true, EnableAutoWidth = true, MaxWidth = 60 };
        stream.SaveAs(sheets.ToDictionary(s => s.Name, s => (object)RecordsOf(s)), excelType: ExcelType.XLSX, configuration: look);
        return stream.ToArray();
    }

    // Without a row the library would leave the headings out as well.
    private static List<Dictionary<string, object?>> RecordsOf(Sheet sheet)
        => [.. (sheet.Rows.Count > 0 ? sheet.Rows : [[.. sheet.Headings.Select(_ => (object?)null)]])
            .Select(row => sheet.Headings.Zip(row).ToDictionary(c => c.First, c => c.Second))];

    private static string? TextOf(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
}
