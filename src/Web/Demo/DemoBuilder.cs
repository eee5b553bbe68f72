using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Demo.Script;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>
/// Builds the demo's database and files beside the site's and moves them into place when they are complete.
/// The database comes last and at once: a process that is killed before has built nothing.
/// </summary>
internal sealed class DemoBuilder(string recipes, SiteFolders folders, string environment)
{
    private const string Prefix = "demo-being-built-";
    private const string FilesFolder = "files";

    /// <summary>The 36 are public, their money is at work, some are late (design §4).</summary>
    public static readonly DateTimeOffset DefaultDay = Scene.On(8, 10, 8);

    /// <summary>Builds it anew, in place of what is there.</summary>
    /// <param name="at">The instant at which the demo stands and from which its clock runs on.</param>
    /// <param name="now">The machine's time.</param>
    public async Task BuildAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        Directory.CreateDirectory(folders.Data);
        RemoveRemains();
        var building = Directory.CreateDirectory(Path.Combine(folders.Data, $"{Prefix}{Guid.CreateVersion7():N}")).FullName;
        var database = Path.Combine(building, Path.GetFileName(folders.Database));
        await PlayAsync(AppDatabase.Sqlite(database), Path.Combine(building, FilesFolder), at, now, ct);
        SqliteConnection.ClearAllPools();
        await MoveIntoPlaceAsync(building, database, ct);
    }

    private async Task PlayAsync(AppDatabase database, string files, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        CycleScript script = new(recipes, environment) { WithWithdrawal = true };
        await using var site = await script.SetUpAsync(database, files, ct);
        await script.PlayAsync(site, at, ct);
        site.Clock.Set(at);
        await site.ActAsync(CurrentUser.System, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var settings = services.GetRequiredService<SiteSettings>();
            await settings.SetAsync(db, CurrentUser.System, SettingNames.DemoClockOffset, (long)(at - now).TotalMilliseconds, ct);
            await settings.SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, ct);
        });
        await site.DeliverAsync(ct);
    }

    private async Task MoveIntoPlaceAsync(string building, string database, CancellationToken ct)
    {
        // Files are named by their content, so those of the site that is replaced are in nobody's way.
        var built = Path.Combine(building, FilesFolder);

        foreach (var file in Directory.Exists(built) ? Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories) : [])
        {
            var place = Path.Combine(folders.Files, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }

        if (File.Exists(folders.Database))
        {
            await CloseAsync(ct);
        }

        File.Move(database, folders.Database, overwrite: true);
        Directory.Delete(building, recursive: true);
    }

    /// <summary>Brings the log of the database that is replaced to its end: it would be read into the new one.</summary>
    private async Task CloseAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folders.Database, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=delete";
        await command.ExecuteNonQueryAsync(ct);
    }

    private void RemoveRemains()
    {
        foreach (var remains in Directory.EnumerateDirectories(folders.Data, $"{Prefix}*"))
        {
            Directory.Delete(remains, recursive: true);
        }
    }
}
