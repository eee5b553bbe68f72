using System.Net;
using System.Text;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Tables;

public sealed class ImportPageTests : IAsyncLifetime
{
    private readonly Given _given = new();
    private readonly PreparedSite _site;

    public ImportPageTests() => _site = new(_given);

    public async ValueTask InitializeAsync()
    {
        await _given.InDbAsync(async db =>
        {
            await _given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, Ct);
            return 0;
        });
        await _given.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Fact]
    public async Task AFile_FromTheFormToTheList_ShowsItsReportFirst()
    {
        using var officer = _site.ClientOf(_given.Person("officer", Roles.DepartmentOfficer, Area.Nation));
        var template = await officer.GetStringAsync(new Uri("/admin/groups/import?handler=Template&format=Csv", UriKind.Relative), Ct);
        Assert.Contains("รหัส (code)", template, StringComparison.Ordinal);

        const string csv = "code,name_th,province_code,district_code,district_th,subdistrict_th,village_th,moo,postcode,business_types,founded_be,members,members_female,committee,savings,loans,welfare_fund,revenue_last_year,profit_last_year,jobs,chair_th,phone\n"
            + "SG-43-01,กลุ่มบ้านน้ำคำ,43,4301,เมืองหนองคาย,โพธิ์ชัย,บ้านน้ำคำ,4,43000,ร้านค้าชุมชน,2540,212,130,15,1,0,0,0,0,12,นางสมศรี,0812345678\n";
        using var sent = await PreparedSite.PostFileAsync(officer, "/admin/groups/import", "", new(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "groups.csv"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var report = sent.Headers.Location!.ToString();
        var shown = await officer.GetStringAsync(new Uri(report, UriKind.Relative), Ct);
        Assert.Contains("เพิ่มใหม่", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("กลุ่มบ้านน้ำคำ", await officer.GetStringAsync(new Uri("/admin/groups", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var ran = await PreparedSite.PostAsync(officer, report, "");
        Assert.Equal(HttpStatusCode.Redirect, ran.StatusCode);
        Assert.Contains("กลุ่มบ้านน้ำคำ", await officer.GetStringAsync(new Uri("/admin/groups", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var export = await PreparedSite.PostAsync(officer, "/admin/groups", "Export", ("format", "Csv"));
        Assert.Contains("officer", await export.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        using var other = _site.ClientOf(_given.Person("other", Roles.DepartmentOfficer, Area.Nation));
        using var notHers = await other.GetAsync(new Uri(report, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, notHers.StatusCode);
    }

    [Fact]
    public async Task AFileThatIsNone_IsRefusedBesideTheField()
    {
        using var officer = _site.ClientOf(_given.Person("officer", Roles.DepartmentOfficer, Area.Nation));
        using var sent = await PreparedSite.PostFileAsync(officer, "/admin/groups/import", "", new(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 1]), "old.xls"));
        var html = await sent.Content.ReadAsStringAsync(Ct);
        Assert.Contains("id=\"File-err\"", html, StringComparison.Ordinal);
        Assert.Contains(".xls", html, StringComparison.Ordinal);
    }
}
