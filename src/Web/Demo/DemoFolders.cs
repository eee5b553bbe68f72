using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>Puts a demo that is complete in the place of the site's database and files.</summary>
internal static class DemoFolders
{
    /// <param name="folders">Those of the site, which does not run.</param>
    /// <param name="built">A folder with a database and files; it is gone afterwards.</param>
    /// <exception cref="IOException">Somebody has the database open.</exception>
    public static async Task TakeAsync(this SiteFolders folders, string built, CancellationToken ct)
    {
        // Files are named by their content, so those of the site that is replaced are in nobody's way.
        var files = Path.Combine(built, Path.GetFileName(folders.Files));

        foreach (var file in Directory.Exists(files) ? Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories) : [])
        {
            var place = Path.Combine(folders.Files, Path.GetRelativePath(files, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }

        if (File.Exists(folders.Database))
        {
            await CloseAsync(folders.Database, ct);
        }

        // Jobs belong to what is replaced; the next start schedules its own.
        File.Delete(folders.Jobs);
        File.Move(Path.Combine(built, Path.GetFileName(folders.Database)), folders.Database, overwrite: true);
        Directory.Delete(built, recursive: true);
    }

    /// <summary>Brings the log of the database that is replaced to its end: it would be read into the new one.</summary>
    private static async Task CloseAsync(string database, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 5 }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=delete";

        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new IOException($"{database} is in use. Stop the site first.", fault);
        }
    }
}
