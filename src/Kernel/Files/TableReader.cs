using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>
/// Reads a table from a file that may be anything: comma-separated values in the encodings of Thai offices, or an Excel workbook.
/// Blank rows are passed over, and rows that begin with "#": they are remarks.
/// </summary>
public static class TableReader
{
    private const char Remark = '#';

    /// <param name="field">The form's field that the problem stands beside.</param>
    public static async Task<Outcome<TypedTable>> ReadAsync(Stream content, string field, TableLimits limits, CancellationToken ct)
    {
        if (await BytesOfAsync(content, limits.Bytes, ct) is not { } bytes)
        {
            return Refused(new("files.too-large", field, ("limit", limits.Bytes / (1024 * 1024))));
        }

        if (bytes.Length == 0)
        {
            return Refused(new("files.empty", field));
        }

        if (Xlsx.IsOldOrLocked(bytes))
        {
            return Refused(new("tables.old-or-locked", field));
        }

        Problem? fault;
        IEnumerable<TypedRow> rows;

        if (Xlsx.IsOne(bytes))
        {
            (rows, fault) = Xlsx.Read(bytes, limits);
        }
        else
        {
            (rows, fault) = CsvText.Read(bytes, limits);
        }

        return fault is null ? Collect(rows, field, limits) : Refused(fault with { Field = field });
    }

    private static Outcome<TypedTable> Collect(IEnumerable<TypedRow> rows, string field, TableLimits limits)
    {
        TypedRow? head = null;
        List<TypedRow> kept = [];

        foreach (var row in rows.Select(Cleaned).Where(r => r.Cells.Any(c => c.Length > 0) && !r.Cells[0].StartsWith(Remark)))
        {
            if (row.Cells.FirstOrDefault(c => c.Length > limits.Cell) is not null)
            {
                return Refused(new("tables.cell-too-long", field, ("row", row.Number), ("max", limits.Cell)));
            }

            if (head is null)
            {
                head = row;
            }
            else if (kept.Count == limits.Rows)
            {
                return Refused(new("tables.too-many-rows", field, ("max", limits.Rows)));
            }
            else
            {
                kept.Add(row);
            }
        }

        return head is null ? Refused(new("tables.no-headings", field))
            : kept.Count == 0 ? Refused(new("tables.no-rows", field))
            : new TypedTable(head.Cells, kept);
    }

    private static TypedRow Cleaned(TypedRow row)
        => row with { Cells = [.. row.Cells.Select(c => Csv.Plain(ThaiText.Normalise(c).Replace("\r\n", "\n", StringComparison.Ordinal).Trim()))] };

    private static async Task<byte[]?> BytesOfAsync(Stream content, long limit, CancellationToken ct)
    {
        using MemoryStream bytes = new();
        var block = new byte[81920];

        for (int read; (read = await content.ReadAsync(block, ct)) > 0;)
        {
            bytes.Write(block, 0, read);

            if (bytes.Length > limit)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static Outcome<TypedTable> Refused(Problem problem) => Outcome<TypedTable>.From(Outcome.Refused(problem));
}
