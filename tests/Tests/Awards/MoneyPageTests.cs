using System.Net;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Awards;

/// <summary>Steps 4 to 7 through their pages.</summary>
public sealed class MoneyPageTests : IAsyncDisposable
{
    private GivenMoney _given = null!;
    private PreparedSite _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Fact]
    public async Task Department_AnnouncesAndAllots_ThroughItsPages()
    {
        await OpenAsync(await GivenMoney.ResolvedAsync());
        _given.Site.Time.SetUtcNow(GivenMoney.Announced);
        using var malee = _site.ClientOf(_given.Malee);
        Assert.Contains("140,000.00", await malee.GetStringAsync("/admin/awards", Ct), StringComparison.Ordinal);

        await RedirectedAsync(PreparedSite.PostAsync(malee, "/admin/awards", ""));
        _given.Site.Time.SetUtcNow(GivenMoney.At(7, 6));
        var awards = (await _given.AwardsAsync()).Select(a => ("Awards", $"{a.Id}")).ToArray();
        await RedirectedAsync(PreparedSite.PostAsync(malee, "/admin/awards/allot", "", [("Input.Number", "มท 0407.4/1"), ("Input.Date", "6 ก.ค. 2563"), .. awards]));

        var page = await malee.GetStringAsync("/admin/awards", Ct);
        Assert.Contains("มท 0407.4/1", page, StringComparison.Ordinal);
        Assert.Contains("2020-07-06", page, StringComparison.Ordinal);
        Assert.Contains("90,000.00", await malee.GetStringAsync($"/admin/awards/{(await _given.AwardsAsync())[0].Id}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedAllotment_KeepsWhatWasTyped()
    {
        await OpenAsync(await GivenMoney.AnnouncedAsync());
        using var malee = _site.ClientOf(_given.Malee);

        using var response = await PreparedSite.PostAsync(malee, "/admin/awards/allot", "", ("Input.Number", "มท 0407.4/77"), ("Input.Date", "1 ม.ค. 2562"), ("Awards", $"{(await _given.AwardsAsync())[0].Id}"));

        var page = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("มท 0407.4/77", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("summary-err", page, StringComparison.Ordinal);
        Assert.All(await _given.AwardsAsync(), a => Assert.Null(a.AllottedOn));
    }

    [Fact]
    public async Task APurchase_ThroughItsPages_GoesFromTheOrderToThePayment()
    {
        await OpenAsync(await GivenMoney.AllottedAsync());
        _given.Site.Time.SetUtcNow(GivenMoney.At(7, 20));
        var id = await _given.Site.InDbAsync(db => db.Set<Purchase>().Where(p => p.EntryId == _given.Entry && p.Seq == 1).Select(p => p.Id).SingleAsync(Ct));
        var page = $"/my/purchases/{id}";
        using var kasem = _site.ClientOf(_given.Kasem);
        using var nittaya = _site.ClientOf(_given.Nittaya);
        using var wipa = _site.ClientOf(_given.Wipa);

        await RedirectedAsync(PreparedSite.PostFileAsync(
            kasem, page, "?step=Order", GivenMoney.Pdf(), ("Input.VendorName", "ร้านสมมุติ"), ("Input.Number", "๑/๒๕๖๓"), ("Input.Date", "7/7/2563"), ("Input.DueDate", "15 ก.ค. 2563"), ("Input.Amount", "30,000.00")));
        await RedirectedAsync(PreparedSite.PostFileAsync(
            nittaya, page, "?step=Inspect", GivenMoney.Pdf("note"), ("Input.DeliveryNote", "1"), ("Input.DeliveredOn", "14/7/2563"), ("Input.InspectedOn", "15/7/2563"), ("Input.AcceptedQuantity", "3")));
        await RedirectedAsync(PreparedSite.PostFileAsync(wipa, page, "?step=HandOver", GivenMoney.Jpeg(), ("Input.Receiver", "นางสมมุติ"), ("Input.Date", "16/7/2563")));
        await RedirectedAsync(PreparedSite.PostFileAsync(kasem, page, "?step=Pay", GivenMoney.Pdf("invoice"), ("Input.InvoiceNumber", "1"), ("Input.Amount", "30000"), ("Input.PaidOn", "20/7/2563")));

        Assert.Equal(PurchaseState.Paid, await _given.Site.InDbAsync(db => db.Set<Purchase>().Where(p => p.Id == id).Select(p => p.State).SingleAsync(Ct)));
        Assert.Contains("29,700.00", await kasem.GetStringAsync(page, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedStep_ShowsTheReasonBesideWhatWasTyped()
    {
        await OpenAsync(await GivenMoney.AllottedAsync());
        var id = await _given.Site.InDbAsync(db => db.Set<Purchase>().Where(p => p.EntryId == _given.Entry && p.Seq == 1).Select(p => p.Id).SingleAsync(Ct));
        using var kasem = _site.ClientOf(_given.Kasem);

        using var response = await PreparedSite.PostFileAsync(
            kasem, $"/my/purchases/{id}", "?step=Order", GivenMoney.TextNamedPdf(), ("Input.VendorName", "ร้านที่พิมพ์ไว้"), ("Input.Number", "1"), ("Input.Date", "6/7/2563"), ("Input.DueDate", "15/7/2563"), ("Input.Amount", "30000.01"));

        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Ct));
        Assert.Contains("ร้านที่พิมพ์ไว้", html, StringComparison.Ordinal);
        Assert.Contains("30,000.00", html, StringComparison.Ordinal);
        Assert.Contains("30000.01", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_IsReadInItsAreaAndNotFoundElsewhere()
    {
        await OpenAsync(await GivenMoney.AllottedAsync());
        var purchase = await _given.Site.InDbAsync(db => db.Set<Purchase>().Where(p => p.EntryId == _given.Entry).Select(p => p.Id).FirstAsync(Ct));
        string[] pages = [$"/my/entries/{_given.Entry}/purchases", $"/my/purchases/{purchase}", $"/my/entries/{_given.Entry}/bpm", $"/my/entries/{_given.Entry}/report"];
        using var wipa = _site.ClientOf(_given.Wipa);
        using var udom = _site.ClientOf(_given.Udom);
        using var malee = _site.ClientOf(_given.Malee);

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, await StatusAsync(wipa, page)));
            Assert.Equal((page, HttpStatusCode.OK), (page, await StatusAsync(wipa, "/en" + page)));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, await StatusAsync(udom, page)));
        }

        foreach (var page in (string[])["/admin/awards", "/admin/purchases", "/admin/reports", "/admin"])
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, await StatusAsync(malee, page)));
        }

        Assert.DoesNotContain($"{_given.Entry}", await udom.GetStringAsync("/my/purchases", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain($"{_given.Entry}", await udom.GetStringAsync("/my/reports", Ct), StringComparison.Ordinal);
        Assert.Contains($"{_given.Entry}", await wipa.GetStringAsync("/my/reports", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRecordAndTheReport_AreWrittenThroughTheirPages()
    {
        await OpenAsync(await GivenMoney.AllottedAsync());
        _given.Site.Time.SetUtcNow(GivenMoney.At(8, 19));
        using var wipa = _site.ClientOf(_given.Wipa);
        var bpm = $"/my/entries/{_given.Entry}/bpm";
        var report = $"/my/entries/{_given.Entry}/report";

        await RedirectedAsync(PreparedSite.PostAsync(wipa, bpm, "", ("Facts.ActivityName", "ขยายร้าน"), ("Facts.StartDate", "๑๐ ก.ค. ๒๕๖๓"), ("Facts.Men", "20")));
        await RedirectedAsync(PreparedSite.PostFileAsync(wipa, bpm, "?handler=Attach", GivenMoney.Jpeg(), ("Attachment.Kind", "Before"), ("Attachment.Caption", "ก่อน"), ("Attachment.TakenOn", "1/7/2563")));
        await RedirectedAsync(PreparedSite.PostAsync(wipa, report, "", ("Results", "ดี"), ("Rows[0].Code", "I1"), ("Rows[0].Actual", "12,500.50")));
        using var wrong = await PreparedSite.PostAsync(wipa, report, "", ("Results", "ดีมาก"), ("Rows[0].Code", "I1"), ("Rows[0].Actual", "ไม่ใช่ตัวเลข"));

        Assert.Contains("ไม่ใช่ตัวเลข", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        var record = await _given.Site.InDbAsync(db => db.Set<BpmRecord>().AsNoTracking().Include(r => r.Attachments).SingleAsync(r => r.EntryId == _given.Entry, Ct));
        Assert.Equal(("ขยายร้าน", new DateOnly(2020, 7, 10), 20), (record.Facts.ActivityName, record.Facts.StartDate, record.Facts.Men));
        Assert.Equal(AttachmentKind.Before, record.Attachments.Single().Kind);
        Assert.Contains("12,500.5", await wipa.GetStringAsync(report, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(wipa, bpm + "?handler=Package"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var response = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
        return response.StatusCode;
    }

    private static async Task RedirectedAsync(Task<HttpResponseMessage> post)
    {
        using var response = await post;
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Ct)));
    }

    private async Task OpenAsync(GivenMoney prepared)
    {
        _given = prepared;
        await _given.Site.InDbAsync(async db =>
        {
            await _given.Site.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, Ct);
            return 0;
        });
        _site = new(_given.Site);
    }
}
