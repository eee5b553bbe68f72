using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityBusinessNetwork.Kernel.Privacy;

/// <summary>A column in which a text stands.</summary>
public sealed record FoundText(string Table, string Column, long Rows);

/// <summary>Looks for a text in every text column of every table: what an erasure left, also where no module thought of it.</summary>
public static class TextScan
{
    public static async Task<IReadOnlyList<FoundText>> FindAsync(AppDb db, string text, CancellationToken ct)
    {
        List<FoundText> found = [];
        var pattern = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

        foreach (var (table, column) in ColumnsOf(db.Model))
        {
            // Names of tables and columns come from the model, never from a person.
            var sql = $"select count(*) as \"Value\" from \"{table}\" where \"{column}\" like {{0}} escape '\\'";
            var rows = await db.Database.SqlQueryRaw<long>(sql, pattern).SingleAsync(ct);

            if (rows > 0)
            {
                found.Add(new(table, column, rows));
            }
        }

        return found;
    }

    private static IEnumerable<(string Table, string Column)> ColumnsOf(IModel model)
        => model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null)
            .SelectMany(e => e.GetProperties()
                .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string))
                .Select(p => (e.GetTableName()!, p.GetColumnName())))
            .Distinct().OrderBy(c => c, Comparer<(string, string)>.Default);
}
