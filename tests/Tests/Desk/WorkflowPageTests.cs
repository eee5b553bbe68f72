using System.Net;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class WorkflowPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workflow_is_drawn_read_changed_and_published()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var malee = site.ClientOf(given.Malee);

        var drawn = await malee.GetStringAsync("/admin/workflows/screening", Ct);
        Assert.Contains("<svg class=\"flow\"", drawn, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"เป้าหมาย 2 แห่ง\"", drawn, StringComparison.Ordinal);
        Assert.Contains("/my/entries?year=2563&amp;workflow=screening&amp;state=targeted", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", drawn, StringComparison.Ordinal);

        using var stop = await PreparedSite.PostAsync(malee, "/admin/workflows/screening/draft", "Stop", ("Version", "0"), ("state", "at-district"), ("on", "true"));
        Assert.Equal(HttpStatusCode.Redirect, stop.StatusCode);
        var draft = await malee.GetStringAsync("/en/admin/workflows/screening/draft", Ct);
        Assert.Contains("With the district New", draft, StringComparison.Ordinal);

        var seen = await given.SeenAsync();
        using var refused = await PreparedSite.PostAsync(malee, "/admin/workflows/screening/draft", "Publish", ("Version", $"{seen.Version}"), ("Number", "1"), ("Comment", ""));
        Assert.Contains("เขียนสั้น ๆ ว่าแก้อะไรและเพราะอะไร", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var published = await PreparedSite.PostAsync(malee, "/admin/workflows/screening/draft", "Publish", ("Version", $"{seen.Version}"), ("Number", "1"), ("Comment", "ผ่านอำเภอ"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("ผ่านอำเภอ", await malee.GetStringAsync("/admin/workflows/screening/versions", Ct), StringComparison.Ordinal);
        Assert.Contains("1/targeted", await malee.GetStringAsync("/admin/workflows/screening/move", Ct), StringComparison.Ordinal);
        Assert.Contains("กำลังดูฉบับ 1", await malee.GetStringAsync("/admin/workflows/screening?number=1", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_form_keeps_what_was_typed()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var malee = site.ClientOf(given.Malee);
        using var answer = await PreparedSite.PostAsync(malee, "/admin/workflows/screening/ways/notify", "", ("Version", "0"), ("Input.LabelTh", "แจ้งใหม่"), ("Input.LabelEn", ""), ("Input.To", "notified"));
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("value=\"แจ้งใหม่\"", html, StringComparison.Ordinal);
        Assert.Contains("เลือกอย่างน้อยหนึ่งสถานะ", html, StringComparison.Ordinal);
        Assert.Null(await given.DraftOfAsync());
    }

    [Fact]
    public async Task Who_only_reads_gets_no_button_and_no_form()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var auditor = site.ClientOf(given.Site.Person("anong", Roles.Auditor, Area.Nation));
        Assert.DoesNotContain("/admin/workflows/screening/draft", await auditor.GetStringAsync("/admin/workflows/screening", Ct), StringComparison.Ordinal);
        using var form = await auditor.GetAsync(new Uri("/admin/workflows/screening/ways/notify", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
        using var none = await auditor.GetAsync(new Uri("/admin/workflows/nothing", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
