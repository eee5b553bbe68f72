using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Notices.Outbox;
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

    /// <summary>Hears the day that has been reached.</summary>
    public Action<DateOnly> Reached { get; init; } = _ => { };

    /// <summary>Builds it anew, in place of what is there.</summary>
    /// <param name="at">The instant at which the demo stands and from which its clock runs on.</param>
    /// <param name="now">The machine's time.</param>
    /// <exception cref="IOException">The site is running on the database that would be replaced.</exception>
    public async Task BuildAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        Directory.CreateDirectory(folders.Data);
        RemoveRemains();
        var building = Directory.CreateDirectory(Path.Combine(folders.Data, $"{Prefix}{Guid.CreateVersion7():N}")).FullName;
        var database = Path.Combine(building, Path.GetFileName(folders.Database));
        await PlayAsync(AppDatabase.Sqlite(database), Path.Combine(building, Path.GetFileName(folders.Files)), at, now, ct);
        SqliteConnection.ClearAllPools();
        await folders.TakeAsync(building, ct);
    }

    private async Task PlayAsync(AppDatabase database, string files, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        CycleScript script = new(recipes, environment) { WithWithdrawal = true, Reached = Reached };
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
        await site.ActAsync(CurrentUser.System, services => services.GetRequiredService<CloseHistory>().RunAsync(ct));
    }

    private void RemoveRemains()
    {
        foreach (var remains in Directory.EnumerateDirectories(folders.Data, $"{Prefix}*"))
        {
            Directory.Delete(remains, recursive: true);
        }
    }
}
