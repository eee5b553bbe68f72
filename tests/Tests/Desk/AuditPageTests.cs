using System.Net;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class AuditPageTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rows_that_the_filters_leave_are_downloaded()
    {
        using var auditor = site.ClientOf(Roles.Auditor);
        var all = await LinesAsync(auditor, "");
        var settings = await LinesAsync(auditor, $"&Event={nameof(SettingChanged)}");

        Assert.Contains("somebody", all[0], StringComparison.Ordinal);
        Assert.StartsWith("number,at,event", all[1], StringComparison.Ordinal);
        Assert.True(all.Count > settings.Count);
        Assert.All(settings.Skip(2), line => Assert.Contains($",{nameof(SettingChanged)},", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_read_the_audit_gets_none()
    {
        using var officer = site.ClientOf(Roles.ProvinceOfficer, Area.Province("43"));
        using var response = await officer.GetAsync(new Uri("/admin/audit", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<List<string>> LinesAsync(HttpClient client, string filter)
    {
        using var response = await TestSite.PostAsync(client, "/admin/audit", $"/admin/audit?handler=Export{filter}", [], Ct);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        return [.. System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}
