using System.Net;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class HealthPageTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_part_is_named_with_what_to_do_in_both_languages()
    {
        using var malee = site.ClientOf(Roles.Administrator);
        var thai = await malee.GetStringAsync("/admin/health", Ct);
        var english = await malee.GetStringAsync("/en/admin/health", Ct);

        foreach (var part in new[] { "ฐานข้อมูล", "โครงสร้างข้อมูล", "ที่เก็บไฟล์", "ffmpeg", "Chromium", "จดหมาย", "การส่งเหตุการณ์", "งานตามเวลา", "ลูกโซ่บันทึกตรวจสอบ", "กุญแจการเข้าระบบ", "โปรแกรม" })
        {
            Assert.Contains(part, thai, StringComparison.Ordinal);
        }

        Assert.Contains("Up to date", english, StringComparison.Ordinal);
        Assert.Contains("Set Keys:Certificate", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_run_the_site_does_not_see_it_and_machines_still_do()
    {
        using var auditor = site.ClientOf(Roles.Auditor);
        using var page = await auditor.GetAsync(new Uri("/admin/health", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var nobody = site.ClientOf();
        Assert.Equal("Healthy", await nobody.GetStringAsync("/health", Ct));
    }
}
