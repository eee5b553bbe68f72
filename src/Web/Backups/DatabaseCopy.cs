using System.ComponentModel;
using System.Diagnostics;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityBusinessNetwork.Web.Backups;

/// <summary>The whole database as one file, taken while the site runs: SQLite copies itself, PostgreSQL has its own tools.</summary>
internal static class DatabaseCopy
{
    /// <summary>The file's name in a back-up.</summary>
    public static string NameOf(AppDatabase database) => database.IsPostgres ? "site.dump" : "site.db";

    /// <summary>The database as it was at one moment.</summary>
    /// <exception cref="IOException">It could not be copied; the message says why.</exception>
    public static Task WriteAsync(AppDatabase database, string path, CancellationToken ct) => database.IsPostgres
        ? RunAsync("pg_dump", database, ["--format=custom", "--no-owner", "--no-privileges", $"--file={path}"], ct)
        : CopySqliteAsync(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, path, ct);

    /// <summary>A file of SQLite, copied.</summary>
    /// <exception cref="IOException">It could not be copied; the message says why.</exception>
    public static async Task CopySqliteAsync(string source, string path, CancellationToken ct)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "vacuum into @path";
            command.Parameters.AddWithValue("@path", path);
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException fault)
        {
            throw new IOException($"{source}: {fault.Message}", fault);
        }
    }

    /// <summary>Puts a copy in the place of what a PostgreSQL database holds, in one transaction.</summary>
    /// <exception cref="IOException">It could not be restored; the message says why, and the database is as it was.</exception>
    public static Task RestorePostgresAsync(AppDatabase database, string path, CancellationToken ct)
        => RunAsync("pg_restore", database, ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", $"--dbname={NameIn(database)}", path], ct);

    private static string NameIn(AppDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static async Task RunAsync(string tool, AppDatabase database, string[] arguments, CancellationToken ct)
    {
        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        ProcessStartInfo start = new(tool, arguments) { RedirectStandardError = true };

        foreach (var (name, value) in new[] { ("PGHOST", to.Host), ("PGPORT", $"{to.Port}"), ("PGUSER", to.Username), ("PGPASSWORD", to.Password), ("PGDATABASE", to.Database) })
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);

            if (process.ExitCode != 0)
            {
                throw new IOException($"{tool}: {said.Trim()}");
            }
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"{tool} is not installed; Debian has it in postgresql-client.", fault);
        }
    }
}
