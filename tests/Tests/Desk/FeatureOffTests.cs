using System.Net;
using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class FeatureOffTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Off_means_not_found_at_once_menu_and_tasks_rest_and_the_data_stay()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var malee = site.ClientOf(given.Malee);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(malee, "/admin/notices"));
        Assert.Contains("href=\"/admin/notices\"", await malee.GetStringAsync("/admin/features", Ct), StringComparison.Ordinal);

        using var off = await PreparedSite.PostAsync(malee, "/admin/features", "", ("id", "Notices"), ("on", "false"));
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(malee, "/admin/notices"));
        Assert.DoesNotContain("href=\"/admin/notices\"", await malee.GetStringAsync("/admin/features", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("notices.post", await malee.GetStringAsync("/admin/jobs", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(malee, "/admin/jobs/notices.post"));

        using var on = await PreparedSite.PostAsync(malee, "/admin/features", "", ("id", "Notices"), ("on", "true"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(malee, "/admin/notices"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(malee, "/admin/jobs/notices.post"));
    }

    [Fact]
    public async Task The_tasks_of_a_module_that_is_off_rest_and_come_back()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var wipa = given.Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        Assert.NotEqual(0, await TasksAsync());

        foreach (var module in new[] { "Showcase", "Search", "Reporting", "Procurement", "Awards", "Screening", "Clips", "Plans", "Letters", "Notices", "Programmes" })
        {
            Assert.True((await SwitchAsync(module, on: false)).Succeeded, module);
        }

        Assert.Equal(0, await TasksAsync());
        Assert.True((await SwitchAsync("Programmes", on: true)).Succeeded);
        Assert.NotEqual(0, await TasksAsync());

        Task<int> TasksAsync() => given.Site.AsAsync<CommunityBusinessNetwork.Desk.Inboxes.Inbox, int>(wipa, async i => (await i.ReadAsync(new(5), Ct)).Total);

        Task<Outcome> SwitchAsync(string id, bool on) => given.DoAsync<SwitchFeature>(s => s.RunAsync(id, on, Ct));
    }

    [Fact]
    public async Task What_stands_on_what_is_told()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var malee = site.ClientOf(given.Malee);
        using var refused = await PreparedSite.PostAsync(malee, "/admin/features", "", ("id", "Programmes"), ("on", "false"));
        Assert.Contains("ปิดไม่ได้ ยังมีส่วนที่อาศัยอยู่", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var response = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
        return response.StatusCode;
    }
}
