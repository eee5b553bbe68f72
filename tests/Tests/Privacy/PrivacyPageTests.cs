using System.Net;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Tests.Accounts;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Privacy;

public sealed class PrivacyPageTests : IAsyncLifetime
{
    private GivenPeople _people = null!;
    private PreparedSite _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _people = await GivenPeople.MakeAsync();
        _site = new(_people.Given);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _people.Dispose();
    }

    [Fact]
    public async Task ARequest_FromTheFormToTheErasure()
    {
        using var visitor = _site.CreateClient(new() { AllowAutoRedirect = false });
        using var asked = await PreparedSite.PostAsync(visitor, "/privacy/request", "", ("Right", "Erasure"), ("Name", "นางวิภา หนองคาย"), ("Contact", "wipa@example.go.th"), ("Details", "โปรดลบ"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var receipt = await visitor.GetStringAsync(new Uri("/privacy/request", UriKind.Relative), Ct);
        Assert.Matches("PR-2563-[2-9A-Z]{6}", receipt);
        Assert.DoesNotMatch("PR-2563-[2-9A-Z]{6}", await visitor.GetStringAsync(new Uri("/privacy/request", UriKind.Relative), Ct));

        using var admin = _site.ClientOf(_people.Given.Person("admin", Roles.Administrator, Area.Nation));
        var list = await admin.GetStringAsync(new Uri("/admin/privacy", UriKind.Relative), Ct);
        Assert.Contains("นางวิภา หนองคาย", list, StringComparison.Ordinal);
        var page = Regex.Match(list, "/admin/privacy/[0-9a-f-]{36}").Value;
        using var confirmed = await PreparedSite.PostAsync(admin, page, "Identity", ("Note", "โทรกลับ"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);

        var data = await admin.GetStringAsync(new Uri($"{page}/data", UriKind.Relative), Ct);
        Assert.Contains("wipa@example.go.th", data, StringComparison.Ordinal);
        using var file = await PreparedSite.PostAsync(admin, $"{page}/data", "Download&Name=%E0%B8%99%E0%B8%B2%E0%B8%87%E0%B8%A7%E0%B8%B4%E0%B8%A0%E0%B8%B2%20%E0%B8%AB%E0%B8%99%E0%B8%AD%E0%B8%87%E0%B8%84%E0%B8%B2%E0%B8%A2&Email=wipa@example.go.th");
        Assert.Contains("\"wipa\"", await file.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(nameof(DataExported), (await _people.Given.AuditAsync())[^1].Event);

        using var erased = await PreparedSite.PostAsync(admin, $"{page}/data", "Erase&Email=wipa@example.go.th");
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.StartsWith("~", (await _people.AccountAsync(_people.Wipa)).UserName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheForm_SaysTheSameOfKnownAndUnknownPeople_AndKeepsWhatWasTyped()
    {
        using var visitor = _site.CreateClient(new() { AllowAutoRedirect = false });
        using var refused = await PreparedSite.PostAsync(visitor, "/privacy/request", "", ("Name", "สมชาย"), ("Contact", "9000000000012"), ("Details", "เรื่องเดิม"));
        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Contains("id=\"Contact-err\"", html, StringComparison.Ordinal);
        Assert.Contains("เรื่องเดิม", html, StringComparison.Ordinal);

        List<string> answers = [];

        foreach (var contact in new[] { "malee@example.go.th", "nobody@example.go.th" })
        {
            using var asked = await PreparedSite.PostAsync(visitor, "/privacy/request", "", ("Right", "Access"), ("Name", "ก"), ("Contact", contact));
            Assert.Equal("/privacy/request", asked.Headers.Location!.ToString());
            var answer = await visitor.GetStringAsync(new Uri("/privacy/request", UriKind.Relative), Ct);
            answers.Add(Regex.Replace(answer, "PR-2563-[2-9A-Z]{6}|__RequestVerificationToken[^>]*", ""));
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(2, await _people.Given.InDbAsync(db => db.Set<PrivacyRequest>().CountAsync(Ct)));
        using var bare = await visitor.PostAsync(new Uri("/privacy/request", UriKind.Relative), new FormUrlEncodedContent([new("Name", "x")]), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task RetentionPage_ListsWhatWouldGo_AndTakesAChange()
    {
        using var admin = _site.ClientOf(_people.Given.Person("admin", Roles.Administrator, Area.Nation));
        Assert.Contains("/admin/privacy/retention/notices.sent", await admin.GetStringAsync(new Uri("/admin/privacy/retention", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var refused = await PreparedSite.PostAsync(admin, "/admin/privacy/retention/notices.sent", "", ("IsOn", "true"), ("Days", "๓๐"));
        Assert.Contains("id=\"Days-err\"", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var set = await PreparedSite.PostAsync(admin, "/admin/privacy/retention/notices.sent", "", ("IsOn", "true"), ("Days", "๓๖๕"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("365", await admin.GetStringAsync(new Uri("/admin/privacy/retention", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var wipa = _site.ClientOf(_people.Given.Person("wipa", Roles.ProvinceOfficer, Area.Province("43")));
        using var closed = await wipa.GetAsync(new Uri("/admin/privacy/retention", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }
}
