using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBusinessNetwork.Tests.Web;

public sealed class KeptPagesTests : IDisposable
{
    private const string Home = "home";
    private static readonly byte[] Page = [1, 2, 3];
    private readonly TestDatabase _database = TestDatabase.Make();
    private readonly string _folder = Directory.CreateTempSubdirectory("kept-pages-").FullName;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orderly_restart_keeps_the_pages_once()
    {
        await StopWithAsync(Home, "site");
        Assert.Equal(Page, await StartAsync(Home));
        Assert.Null(await StartAsync(Home));
    }

    [Fact]
    public async Task What_changed_in_between_forgets_them()
    {
        await StopWithAsync(Home, "site");
        using var given = new Given(_database.Database);
        await given.InDbAsync(async db =>
        {
            await given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.SiteName, "ชื่อใหม่", Now);
            return 0;
        });
        Assert.Null(await StartAsync(Home));
    }

    [Fact]
    public async Task What_was_evicted_is_not_kept()
    {
        var pages = Pages();
        await pages.SetAsync(Home, Page, ["cycle-1"], TimeSpan.FromHours(1), Now);
        await pages.SetAsync("results", Page, ["cycle-2"], TimeSpan.FromHours(1), Now);
        await pages.EvictByTagAsync("cycle-1", Now);
        await pages.KeepAsync(Now);
        var next = Pages();
        await next.TakeAsync(Now);
        Assert.Null(await next.GetAsync(Home, Now));
        Assert.Equal(Page, await next.GetAsync("results", Now));
    }

    [Fact]
    public async Task A_page_past_its_time_is_not_taken()
    {
        var pages = Pages();
        await pages.SetAsync(Home, Page, ["site"], TimeSpan.FromMilliseconds(1), Now);
        await pages.KeepAsync(Now);
        await Task.Delay(TimeSpan.FromMilliseconds(20), Now);
        Assert.Null(await StartAsync(Home));
    }

    [Fact]
    public async Task A_file_that_breaks_off_stops_no_start()
    {
        await StopWithAsync("results", "site");
        var file = Path.Combine(_folder, "pages.kept");
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Now))[..^2], Now);
        Assert.Null(await StartAsync("results"));
        Assert.False(File.Exists(file));
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>As a process of its own would have it: with a memory that is empty.</summary>
    private KeptPages Pages() => new(new ServiceCollection().AddLogging().AddOutputCache().BuildServiceProvider().GetRequiredService<IOutputCacheStore>(),
        _database.Database, new SiteFolders(_folder, _folder), NullLogger<KeptPages>.Instance);

    private async Task StopWithAsync(string key, string tag)
    {
        var pages = Pages();
        await pages.SetAsync(key, Page, [tag], TimeSpan.FromHours(1), Now);
        await pages.KeepAsync(Now);
    }

    private async Task<byte[]?> StartAsync(string key)
    {
        var pages = Pages();
        await pages.TakeAsync(Now);
        return await pages.GetAsync(key, Now);
    }
}
