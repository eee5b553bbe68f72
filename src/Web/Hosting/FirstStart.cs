using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Clock;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Demo;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>What must be there before the first page: the schema, and while developing the demo.</summary>
internal static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app, SiteFolders folders, AppDatabase database)
    {
        Directory.CreateDirectory(folders.Data);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        await BuildDemoAsync(app, folders, database, logs.CreateLogger(typeof(FirstStart)));
        await database.MigrateAsync(app.Services.GetRequiredService<ModuleCatalogue>(), logs, app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<NewPermissions>().GrantAsync(app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<KeptPages>().TakeAsync(app.Lifetime.ApplicationStopping);
        var settings = app.Services.GetRequiredService<SiteSettings>();
        var offset = settings.Get<long?>(SettingNames.DemoClockOffset, null);

        if (offset is { } milliseconds)
        {
            ((SiteClock)app.Services.GetRequiredService<TimeProvider>()).SetOffset(TimeSpan.FromMilliseconds(milliseconds));
        }
    }

    /// <summary>While developing, a site that has no database begins as the demo.</summary>
    private static async Task BuildDemoAsync(WebApplication app, SiteFolders folders, AppDatabase database, ILogger log)
    {
        if (!app.Environment.IsDevelopment() || database != AppDatabase.Sqlite(folders.Database) || File.Exists(folders.Database))
        {
            return;
        }

        log.LogInformation("The demo is played, about half a minute.");
        await DemoStage.PlayAsync(folders.Data, DemoDay.Default, _ => { }, app.Lifetime.ApplicationStopping);
        log.LogInformation("The demo is there.");
    }
}
