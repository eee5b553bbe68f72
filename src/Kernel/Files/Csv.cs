namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Comma-separated values as spreadsheets read them (RFC 4180).</summary>
public static class Csv
{
    /// <summary>Stands before the first line: without it a spreadsheet takes Thai for something else.</summary>
    public const string ByteOrderMark = "\uFEFF";

    /// <summary>One line with its end. A cell that begins like a formula gets an apostrophe, so that a spreadsheet does not run it.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>The text of a cell without the apostrophe that <see cref="Line"/> has put before a formula.</summary>
    public static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    private static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
