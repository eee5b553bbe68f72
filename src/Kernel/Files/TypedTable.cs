namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>A table that somebody has typed, as text: its headings and the rows under them.</summary>
public sealed record TypedTable(IReadOnlyList<string> Headings, IReadOnlyList<TypedRow> Rows);

/// <param name="Number">Its number as a spreadsheet shows it, from 1.</param>
public sealed record TypedRow(int Number, IReadOnlyList<string> Cells);

/// <summary>How large a table may be that is read at once.</summary>
/// <param name="Bytes">Of the file.</param>
/// <param name="Unpacked">In bytes: what a workbook may come to when it is unpacked.</param>
/// <param name="Cell">In characters.</param>
public sealed record TableLimits(long Bytes, long Unpacked, int Rows, int Columns, int Cell)
{
    public static readonly TableLimits Usual = new(5 * 1024 * 1024, 50 * 1024 * 1024, 5000, 60, 10_000);
}
