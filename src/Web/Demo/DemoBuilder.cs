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

    /// <summary>A month before the end: the 36 are public, their money is at work (design §4).</summary>
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
        await PlayAsync(AppDatabase.Sqlite(database), Path.Combine(building, "files"), at, now, ct);
        SqliteConnection.ClearAllPools();
        MoveIntoPlace(building, database);
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

    private void MoveIntoPlace(string building, string database)
    {
        // The log of the database that is replaced belongs to it alone.
        foreach (var tail in new[] { "-wal", "-shm" })
        {
            File.Delete(folders.Database + tail);
        }

        var built = Path.Combine(building, "files");

        if (Directory.Exists(folders.Files))
        {
            Directory.Move(folders.Files, Path.Combine(building, "files-before"));
        }

        Directory.Move(built, folders.Files);
        File.Move(database, folders.Database, overwrite: true);
        Directory.Delete(building, recursive: true);
    }

    private void RemoveRemains()
    {
        foreach (var remains in Directory.EnumerateDirectories(folders.Data, $"{Prefix}*"))
        {
            Directory.Delete(remains, recursive: true);
        }
    }
}
