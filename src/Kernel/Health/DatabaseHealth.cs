using System.Data.Common;
using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Kernel.Health;

/// <summary>Whether the database answers, how large it is, and whether every migration has run.</summary>
internal sealed class DatabaseHealth(AppDatabase database, ModuleCatalogue modules) : IHealthSource
{
    private const string Name = "health.database";
    private const string Migrations = "health.migrations";

    public async Task<IReadOnlyList<HealthLine>> CheckAsync(CancellationToken ct)
    {
        try
        {
            var size = await database.AskAsync(
                database.IsPostgres ? "select pg_database_size(current_database())::text" : "select cast(page_count * page_size as text) from pragma_page_count(), pragma_page_size()", ct);
            var missing = await database.MissingMigrationsAsync(modules, ct);
            return
            [
                HealthLine.Fine(Name, "health.database-fine", ("kind", database.IsPostgres ? "PostgreSQL" : "SQLite"), ("size", Size.Of(long.Parse(size!, CultureInfo.InvariantCulture)))),
                missing.Count == 0
                    ? HealthLine.Fine(Migrations, "health.migrations-fine")
                    : new(Migrations, HealthState.Broken, "health.migrations-missing", "health.migrations-advice", ("count", missing.Count), ("numbers", string.Join(", ", missing.Order()))),
            ];
        }
        catch (DbException fault)
        {
            return [new(Name, HealthState.Broken, "health.database-broken", "health.database-advice", ("fault", fault.Message))];
        }
    }
}

/// <summary>A number of bytes as people read it.</summary>
public readonly record struct Size(long Bytes)
{
    private const double Kilo = 1024;

    public static Size Of(long bytes) => new(bytes);

    public override string ToString() => Bytes switch
    {
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / Kilo:0} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / Kilo / Kilo:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Bytes / Kilo / Kilo / Kilo:0.0} GB"),
    };
}
