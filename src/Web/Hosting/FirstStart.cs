using CommunityBusinessNetwork.Kernel.Clock;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>What must be there before the first page: the schema, and while developing the demo.</summary>
internal static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app, SiteFolders folders, AppDatabase database)
    {
        Directory.CreateDirectory(folders.Data);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        await database.MigrateAsync(app.Services.GetRequiredService<ModuleCatalogue>(), logs, app.Lifetime.ApplicationStopping);
        var settings = app.Services.GetRequiredService<SiteSettings>();
        var offset = settings.Get<long?>(SettingNames.DemoClockOffset, null);

        if (offset is { } milliseconds)
        {
            ((SiteClock)app.Services.GetRequiredService<TimeProvider>()).SetOffset(TimeSpan.FromMilliseconds(milliseconds));
        }
    }
}
