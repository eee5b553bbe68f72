using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>One group's way through the seven steps, each seen or done by its role, and at the end by the public. The demo stands on 10 August 2563.</summary>
public sealed class JourneyTests(Site site)
{
    private const string Today = "10 สิงหาคม 2563";
    private const string Late = "ผู้ขายส่งของช้า";

    [Fact]
    public async Task OneGroup_GoesThroughTheSevenSteps()
    {
        var group = await Buyer.FindAsync(site, Words("procurement.at-work"));
        var address = await PublicAddressAsync(group);
        var paid = await PaidInPublicAsync(address);

        await TheOfficerReadsTheLetterAsync(group);
        await TheGroupReadsItsPlanAndReceiptAsync(group);
        await TheCommitteeSeesBoardsAndResolutionAsync();
        await TheDepartmentSeesTheMoneyAsync();
        await TheProvinceBuysAsync(group);
        await TheProvinceRecordsForBpmAsync(group);
        await TheDepartmentReadsAReportAsync();
        await ThePublicSeesWhatWasPaidAsync(address, paid);
    }

    private async Task<string> PublicAddressAsync(Buyer group)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync($"/groups?province={group.Province}");
        return (await visitor.Page.Locator(".plates a").First.GetAttributeAsync("href"))!;
    }

    private async Task TheOfficerReadsTheLetterAsync(Buyer group)
    {
        await using var officer = await site.SignInAsync(group.Of("province-officer"));
        await officer.OpenAsync("/my/letters");
        await officer.Page.Locator("main tbody th a").First.ClickAsync();
        await Assertions.Expect(officer.Page.Locator("article.a4").First).ToBeVisibleAsync();
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(officer.Page.Locator("article.a4").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator(".head.noprint")).ToBeHiddenAsync();
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.StartsWith("PK", await DownloadAsync(officer, officer.Page.GetByRole(AriaRole.Link, new() { Name = "DOCX" })), StringComparison.Ordinal);
    }

    private async Task TheGroupReadsItsPlanAndReceiptAsync(Buyer group)
    {
        await using var secretary = await site.SignInAsync(group.Of("group-secretary"));
        Assert.Equal(200, await secretary.OpenAsync($"/my/entries/{group.EntryId}/plan/read"));
        await secretary.SeesTextAsync("SHA-256");
        await secretary.OpenAsync($"/my/entries/{group.EntryId}");
        await secretary.FollowAsync("/receipt");
        await secretary.SeesAsync("programmes.received");
        // To the second: 15:01:41 or 15.01.41.
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync(new Regex(@"\d\d[.:]\d\d[.:]\d\d"));
    }

    private async Task TheCommitteeSeesBoardsAndResolutionAsync()
    {
        await using var member = await site.SignInAsync("demo-member-1");
        await member.OpenAsync("/review/rounds");
        var links = await member.Page.GetByRole(AriaRole.Link, new() { Name = Words("screening.board"), Exact = true }).AllAsync();
        var boards = await Task.WhenAll(links.Select(link => link.GetAttributeAsync("href")));
        Assert.Equal(2, boards.Length);
        var cuts = new List<string>();

        foreach (var board in boards)
        {
            await member.OpenAsync(board!);
            cuts.AddRange(await member.Page.Locator(".cutline").AllInnerTextsAsync());
        }

        Assert.Contains(cuts, c => c.Contains("389", StringComparison.Ordinal) && c.Contains("385", StringComparison.Ordinal));
        Assert.Contains(cuts, c => c.Contains("456", StringComparison.Ordinal) && c.Contains("452", StringComparison.Ordinal));

        await using var chair = await site.SignInAsync("demo-chair");
        await chair.OpenAsync($"{boards[0]}/resolution");
        await chair.SeesAsync("screening.verified");
    }

    private async Task TheDepartmentSeesTheMoneyAsync()
    {
        await using var officer = await site.SignInAsync("demo-department-officer");
        await officer.OpenAsync("/admin/awards");
        await officer.SeesTextAsync("2,520,000.00");
    }

    /// <summary>One line of the group goes on from where it stands until it is paid, each step by whose it is, each with a file.</summary>
    private async Task TheProvinceBuysAsync(Buyer group)
    {
        await using var officer = await site.SignInAsync(group.Of("procurement-officer"));
        await using var inspector = await site.SignInAsync(group.Of("inspector"));
        await using var district = await site.SignInAsync(group.Of("district-officer"));
        await officer.OpenAsync($"/my/entries/{group.EntryId}/purchases");
        var line = officer.Page.Locator("main tbody tr").Filter(new() { HasNotText = Words("procurement.state-Paid") }).Last;
        var address = (await line.Locator("a").GetAttributeAsync("href"))!;
        (string State, string Step, Visitor Who, string Field, FilePayload Paper)[] steps =
        [
            ("Ordered", "Inspect", inspector, "Input.DeliveryNote", Papers.Pdf("delivery.pdf")),
            ("Inspected", "HandOver", district, "Input.Receiver", Papers.Picture("handover.png")),
            ("HandedOver", "Pay", officer, "Input.InvoiceNumber", Papers.Pdf("receipt.pdf")),
        ];
        await officer.OpenAsync(address);
        var state = await officer.Page.Locator("main .head .st").Last.InnerTextAsync();

        foreach (var step in steps.SkipWhile(s => !state.Contains(Words($"procurement.state-{s.State}"), StringComparison.Ordinal)))
        {
            await step.Who.OpenAsync(address);
            await step.Who.TypeAsync(step.Field, "ว 1/2563");
            await step.Who.TypeAsync("Input.LateReason", Late);
            await step.Who.AttachAsync(step.Paper);
            await step.Who.PressAsync($"procurement.step-{step.Step}");
            await step.Who.SeesAsync("procurement.saved");
        }

        await officer.OpenAsync(address);
        await officer.SeesAsync("procurement.net");
    }

    private async Task TheProvinceRecordsForBpmAsync(Buyer group)
    {
        await using var officer = await site.SignInAsync(group.Of("province-officer"));
        await officer.OpenAsync($"/my/entries/{group.EntryId}/bpm");
        await WriteBpmAsync(officer);

        foreach (var kind in new[] { "Before", "Delivery", "Activity", "Outcome", "Data" })
        {
            await officer.Page.Locator("[name='Attachment.Kind']").SelectOptionAsync(kind);
            await officer.AttachAsync(kind == "Data" ? Papers.Pdf("data.pdf") : Papers.Picture($"{kind}.png"));
            await officer.TypeAsync("Attachment.Caption", $"{Words($"reporting.kind-{kind}")} 1");
            await officer.TypeAsync("Attachment.TakenOn", Today);
            await officer.PressAsync("reporting.attach");
            await officer.SeesAsync("reporting.saved");
        }

        await officer.SeesAsync("reporting.complete");
        Assert.StartsWith("PK", await DownloadAsync(officer, officer.Page.GetByRole(AriaRole.Link, new() { Name = Words("reporting.download") })), StringComparison.Ordinal);
        await officer.TypeAsync("Confirmation.Reference", "BPM-2563-1");
        await officer.TypeAsync("Confirmation.RecordedAt", Today);
        await officer.TypeAsync("Confirmation.RecordedTime", "00.05");
        await officer.PressAsync("reporting.confirm");
        await officer.SeesAsync("reporting.bpm-done");
    }

    private static async Task WriteBpmAsync(Visitor officer)
    {
        foreach (var (field, value) in new[]
        {
            ("ActivityName", "ซื้อเครื่องสีข้าว"), ("Place", "ที่ทำการกลุ่ม"), ("StartDate", "8 กรกฎาคม 2563"), ("EndDate", "7 สิงหาคม 2563"),
            ("PeopleTarget", "40"), ("Men", "15"), ("Women", "25"), ("Results", "กลุ่มมีเครื่องใช้แล้ว"), ("Benefits", "สมาชิกมีรายได้เพิ่ม"),
            ("ReporterName", "ผู้รายงาน ทดสอบ"), ("ReporterPosition", "นักวิชาการพัฒนาชุมชน"), ("ReporterPhone", "02 000 0000"), ("ReportDate", Today),
        })
        {
            await officer.TypeAsync($"Facts.{field}", value);
        }

        await officer.PressAsync("reporting.save");
        await officer.SeesAsync("reporting.saved");
    }

    private async Task TheDepartmentReadsAReportAsync()
    {
        await using var officer = await site.SignInAsync("demo-department-officer");
        await officer.OpenAsync("/admin/reports");
        await officer.Page.Locator("main tbody a").Filter(new() { HasText = Words("reporting.state-Accepted") }).First.ClickAsync();
        await officer.SeesAsync("reporting.indicators");
        await officer.SeesAsync("reporting.state-Accepted");
    }

    private async Task ThePublicSeesWhatWasPaidAsync(string address, decimal before)
    {
        var paid = before;

        for (var tries = 0; paid == before && tries < 30; tries++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            paid = await PaidInPublicAsync(address);
        }

        Assert.True(paid > before, $"The public page still shows {paid}.");
    }

    private async Task<decimal> PaidInPublicAsync(string address)
    {
        await using var visitor = await site.VisitAsync();
        Assert.Equal(200, await visitor.OpenAsync(address));
        var paid = visitor.Page.Locator(".cover .facts div").Filter(new() { HasText = Words("showcase.paid") }).Locator("dd");
        return decimal.Parse((await paid.InnerTextAsync()).Split(' ', '\n')[0], NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <returns>The first two letters of the file.</returns>
    private static async Task<string> DownloadAsync(Visitor visitor, ILocator link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        return Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(2, bytes.Length)));
    }
}
