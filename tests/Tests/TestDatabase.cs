using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CommunityBusinessNetwork.Tests;

/// <summary>
/// A database of its own for one test class: a file of SQLite, or a database on the PostgreSQL server that the variable CBN_TEST_POSTGRES names.
/// Migrated once per run, then copied.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("CBN_TEST_POSTGRES");
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _name = $"cbn_test_{Guid.CreateVersion7():N}";

    private TestDatabase()
    {
    }

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    internal AppDatabase Database { get; private set; } = null!;

    public static TestDatabase Make()
    {
        var template = Template.Value.GetAwaiter().GetResult();
        var made = new TestDatabase();
        made.Copy(template);
        return made;
    }

    public void Dispose()
    {
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            Execute($"drop database if exists \"{_name}\" with (force)");
            return;
        }

        SqliteConnection.ClearAllPools();
        File.Delete(PathOf(_name));
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"cbn_template_{Guid.CreateVersion7():N}";

        if (IsPostgres)
        {
            Execute($"create database \"{name}\"");
        }

        var database = Of(name, pooling: false);
        await database.MigrateAsync(SiteModules.Catalogue, NullLoggerFactory.Instance, CancellationToken.None);
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static AppDatabase Of(string name, bool pooling)
        => IsPostgres
            ? new("postgres", new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = pooling, MaxPoolSize = 8 }.ToString())
            : new("sqlite", new SqliteConnectionStringBuilder { DataSource = PathOf(name), Pooling = pooling }.ToString());

    private static string PathOf(string name) => Path.Combine(Path.GetTempPath(), $"{name}.db");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Copy(string template)
    {
        if (IsPostgres)
        {
            Execute($"create database \"{_name}\" template \"{template}\"");
        }
        else
        {
            File.Copy(PathOf(template), PathOf(_name));
        }

        Database = Of(_name, pooling: true);
    }
}
