using System.Globalization;
using System.IO.Compression;
using CommunityBusinessNetwork.Kernel.Data;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>
/// The first sheet of an Excel workbook. It is unpacked once by way of trial, so that a small file cannot come to gigabytes. Formulas are not computed:
/// a cell says what Excel saw when the file was saved.
/// </summary>
internal static class Xlsx
{
    private const int MostParts = 300;

    /// <summary>A zip file; whether it is a workbook shows when it is read.</summary>
    public static bool IsOne(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <summary>A workbook of before 2007, or one with a password: both come in the old container.</summary>
    public static bool IsOldOrLocked(byte[] bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];

    public static (IReadOnlyList<TypedRow> Rows, Problem? Fault) Read(byte[] bytes, TableLimits limits)
    {
        try
        {
            return CheckParts(bytes, limits) is { } fault ? ([], fault) : ReadRows(bytes, limits);
        }
#pragma warning disable CA1031 // A file from outside may break the reader in any way; then it is no workbook.
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            return ([], new("tables.unreadable"));
        }
#pragma warning restore CA1031
    }

    private static Problem? CheckParts(byte[] bytes, TableLimits limits)
    {
        using ZipArchive zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);

        if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return new("tables.macros");
        }

        if (!zip.Entries.Any(e => e.FullName == "xl/workbook.xml"))
        {
            return new("tables.unreadable");
        }

        return zip.Entries.Count > MostParts || !FitsUnpacked(zip, limits.Unpacked) ? new("tables.too-large-unpacked", null, ("limit", limits.Unpacked / (1024 * 1024))) : null;
    }

    /// <summary>By unpacking: what the directory of the zip says may be a lie.</summary>
    private static bool FitsUnpacked(ZipArchive zip, long limit)
    {
        var block = new byte[81920];
        var unpacked = 0L;

        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();

            for (int read; (read = part.Read(block)) > 0;)
            {
                unpacked += read;

                if (unpacked > limit)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (IReadOnlyList<TypedRow> Rows, Problem? Fault) ReadRows(byte[] bytes, TableLimits limits)
    {
        using MemoryStream stream = new(bytes);
        OpenXmlConfiguration configuration = new() { EnableSharedStringCache = false, FillMergedCells = false };
        List<TypedRow> rows = [];
        var number = 0;

        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: configuration))
        {
            number++;

            if (row.Count > limits.Columns)
            {
                return ([], new("tables.too-many-columns", null, ("max", limits.Columns)));
            }

            // Excel keeps rows that were once coloured; far behind the last one that says something they are only weight.
            if (number > (limits.Rows * 2) + 100)
            {
                return ([], new("tables.too-many-rows", null, ("max", limits.Rows)));
            }

            rows.Add(new(number, [.. row.Values.Select(TextOf)]));
        }

        return (rows, null);
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
