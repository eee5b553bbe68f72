using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>Puts the rows of a table into the database, one after the other, within the caller's transaction.</summary>
public sealed class ImportRows(AppDb db, MessageBook book)
{
    internal async Task<Outcome<ImportReport>> RunAsync(ITableImport import, ImportDraft draft, string field, CancellationToken ct)
    {
        var places = new ImportHeadings(book).Read(import, draft.Table, field, out var ignored);

        if (!places.Succeeded)
        {
            return Outcome<ImportReport>.From(places);
        }

        List<ImportRow> done = [];
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);

        foreach (var row in draft.Table.Rows)
        {
            var cells = new ImportCells(row.Number, places.Value.ToDictionary(p => p.Key, p => p.Value < row.Cells.Count ? row.Cells[p.Value] : ""), draft.Options);
            var key = ThaiDigits.ToAscii(cells[import.Columns[0].Name]);
            done.Add(key.Length == 0 || seen.TryAdd(key, row.Number) ? await import.RunAsync(cells, ct) : Twice(import, cells, seen[key]));

            // What has been saved need not be compared again with every row that follows.
            db.ChangeTracker.Clear();
        }

        return new ImportReport(done, ignored);
    }

    private static ImportRow Twice(ITableImport import, ImportCells cells, int before)
    {
        var key = cells[import.Columns[0].Name];
        return ImportRow.Refused(cells.Number, key, "", [CellProblem.Of(import.Columns[0].Name, key, new("imports.row-twice", null, ("row", before)))]);
    }
}
