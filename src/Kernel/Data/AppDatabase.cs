using System.Data.Common;
using System.Reflection;
using CommunityBusinessNetwork.Kernel.Modules;
using FluentMigrator;
using FluentMigrator.Runner;
using FluentMigrator.Runner.VersionTableInfo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>Where the database is: a file of SQLite by default, a PostgreSQL server by configuration.</summary>
/// <param name="Provider">"sqlite" or "postgres".</param>
public sealed record AppDatabase(string Provider, string ConnectionString)
{
    private const long MigrationTurn = 256301;

    public bool IsPostgres => Provider == "postgres";

    /// <summary>A database in one file.</summary>
    public static AppDatabase Sqlite(string path) => new("sqlite", new SqliteConnectionStringBuilder { DataSource = path }.ToString());

    /// <exception cref="InvalidOperationException">The provider is neither sqlite nor postgres.</exception>
    public void Configure(DbContextOptionsBuilder options)
    {
        _ = Provider switch
        {
            "sqlite" => options.UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas()),
            "postgres" => options.UseNpgsql(ConnectionString),
            _ => throw new InvalidOperationException($"Database:Provider is '{Provider}'; sqlite and postgres are known."),
        };
        // A module may have no table of its own.
        options.UseSnakeCaseNamingConvention().ConfigureWarnings(w => w.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
    }

    /// <summary>
    /// Asks for one text without the model of the tables, which takes the better part of a start to build.
    /// Only for what a start must know before it answers; everything else asks <see cref="AppDb"/>.
    /// </summary>
    /// <returns>The first column of the first row; null when there is none.</returns>
    public async Task<string?> AskAsync(string query, CancellationToken ct)
    {
        await using var connection = Connect();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Whether any migration has ever run on it. A file of SQLite that is not there is made, empty.</summary>
    public async Task<bool> HasSchemaAsync(CancellationToken ct) => await AskAsync(
        IsPostgres
            ? "select table_name::text from information_schema.tables where table_schema = current_schema() and table_name = 'schema_versions'"
            : "select name from sqlite_master where type = 'table' and name = 'schema_versions'",
        ct) is not null;

    /// <summary>A connection outside any unit of work, not yet open. Its owner disposes of it.</summary>
    internal DbConnection Connect() => IsPostgres ? new NpgsqlConnection(ConnectionString) : new SqliteConnection(ConnectionString);

    /// <summary>Brings the schema up to date, all modules in one run, one process at a time.</summary>
    public async Task MigrateAsync(ModuleCatalogue modules, ILoggerFactory logs, CancellationToken ct)
    {
        if (!IsPostgres && Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var turn = await TakeMigrationTurnAsync(ct);

        if ((await MissingMigrationsAsync(modules, ct)).Count == 0)
        {
            return;
        }

        await using var services = new ServiceCollection()
            .AddSingleton(logs)
            .AddFluentMigratorCore()
            .ConfigureRunner(runner => (IsPostgres ? runner.AddPostgres15_0() : runner.AddSQLite())
                .WithGlobalConnectionString(ConnectionString)
                .ScanIn([.. modules.Assemblies]).For.Migrations())
            .AddScoped<IVersionTableMetaData, SchemaVersions>()
            .BuildServiceProvider(validateScopes: false);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    /// <summary>The migrations of the modules that have not run, without the migrator, which costs every start a tenth of a second.</summary>
    internal async Task<IReadOnlyCollection<long>> MissingMigrationsAsync(ModuleCatalogue modules, CancellationToken ct)
    {
        var missing = modules.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Migration)))
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()!.Version).ToHashSet();

        if (!await HasSchemaAsync(ct))
        {
            return missing;
        }

        await using var connection = Connect();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select version from schema_versions";
        await using var reader = await command.ExecuteReaderAsync(ct);

        while (await reader.ReadAsync(ct))
        {
            missing.Remove(reader.GetInt64(0));
        }

        return missing;
    }

    private async Task<IAsyncDisposable> TakeMigrationTurnAsync(CancellationToken ct)
    {
        if (!IsPostgres)
        {
            return await FileTurn.TakeAsync(new SqliteConnectionStringBuilder(ConnectionString).DataSource + ".migrate.lock", ct);
        }

        // Closing the connection gives the turn back, also when the process dies.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select pg_advisory_lock({MigrationTurn})";
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private sealed class FileTurn(FileStream file) : IAsyncDisposable
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

        public static async Task<FileTurn> TakeAsync(string path, CancellationToken ct)
        {
            while (true)
            {
                try
                {
                    return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                }
                catch (IOException)
                {
                    await Task.Delay(Pause, ct);
                }
            }
        }

        public ValueTask DisposeAsync() => file.DisposeAsync();
    }

    private sealed class SchemaVersions : IVersionTableMetaData
    {
        public bool OwnsSchema => true;
        public string SchemaName => "";
        public string TableName => "schema_versions";
        public string ColumnName => "version";
        public string DescriptionColumnName => "description";
        public string UniqueIndexName => "uq_schema_versions";
        public string AppliedOnColumnName => "applied_on";
        public bool CreateWithPrimaryKey => false;
    }

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=normal; pragma busy_timeout=10000; pragma foreign_keys=on;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
