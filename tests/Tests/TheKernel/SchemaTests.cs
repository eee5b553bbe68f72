using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.TheKernel;

/// <summary>The migrations and the model say the same: every column of every entity is there, and no other that must be filled.</summary>
public sealed class SchemaTests(Given given) : IClassFixture<Given>
{
    [Fact]
    public async Task EveryTable_OfTheModel_HasItsColumnsInTheDatabase()
    {
        var (expected, found) = await given.InDbAsync(async db => (Expected(db), await FoundAsync(db)));

        Assert.NotEmpty(expected);
        Assert.Equal([], expected.Except(found).Order());
        Assert.Equal([], found.Where(c => expected.Any(e => TableOf(e) == TableOf(c))).Except(expected).Order());
    }

    private static string TableOf(string column) => column[..column.IndexOf('.', StringComparison.Ordinal)];

    private static HashSet<string> Expected(AppDb db)
        => [.. db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}{(c.IsNullable ? "?" : "")}"))];

    private static async Task<HashSet<string>> FoundAsync(AppDb db)
    {
        var sql = db.IsPostgres
            ? "select table_name || '.' || column_name || case when is_nullable = 'YES' then '?' else '' end as \"Value\" from information_schema.columns where table_schema = 'public'"
            : "select m.name || '.' || p.name || case when p.\"notnull\" = 0 and p.pk = 0 then '?' else '' end as Value from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table'";
        return [.. await db.Database.SqlQueryRaw<string>(sql).ToListAsync()];
    }
}
