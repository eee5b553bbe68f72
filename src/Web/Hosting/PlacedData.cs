using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Puts a database and files that are complete, a demo or a back-up, in the place of the site's.</summary>
internal static class PlacedData
{
    /// <param name="folders">Those of the site, which does not run.</param>
    /// <param name="made">A folder shaped like the data folder; it is gone afterwards.</param>
    /// <exception cref="IOException">Somebody has the database open; nothing has changed.</exception>
    public static async Task TakeAsync(this SiteFolders folders, string made, CancellationToken ct)
    {
        if (File.Exists(folders.Database))
        {
            await CloseAsync(folders.Database, ct);
        }

        // Files are named by their content, so those of the site that is replaced are in nobody's way.
        foreach (var file in Directory.EnumerateDirectories(made).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            var place = Path.Combine(folders.Data, Path.GetRelativePath(made, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }

        // Jobs belong to what is replaced; without its own the next start schedules them.
        File.Delete(folders.Jobs);

        // The database comes last and at once: whoever is killed before has not replaced the site.
        foreach (var place in new[] { folders.Jobs, folders.Database })
        {
            if (Path.Combine(made, Path.GetFileName(place)) is var file && File.Exists(file))
            {
                File.Move(file, place, overwrite: true);
            }
        }

        Directory.Delete(made, recursive: true);
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
