using System.Net;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class LetterPageTests : IAsyncLifetime
{
    private GivenLetters _given = null!;
    private PreparedSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenLetters.MakeAsync();
        await _given.RunRecipeAsync(new JsonObject { ["name"] = "settings", ["IsSetUp"] = true });
        _site = new(_given.Site);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Fact]
    public async Task Letter_ThroughItsPages_GoesFromTheEventToTheDistrict()
    {
        using var wipa = _site.ClientOf(_given.Wipa);
        using var phairot = _site.ClientOf(_given.Phairot);
        using var duang = _site.ClientOf(_given.Duang);

        var drafted = await PreparedSite.PostAsync(wipa, $"/my/letters/new?event={_given.Event}", "", ("Event", $"{_given.Event}"));
        var page = drafted.Headers.Location!.ToString();
        Assert.StartsWith("/my/letters/", page, StringComparison.Ordinal);
        await RedirectedAsync(PreparedSite.PostAsync(wipa, page + "/edit", "", ("Subject", "โครงการ"), ("Addressee", "นายอำเภอเมืองหนองคาย"), ("Paragraphs", "หนึ่ง\r\n\r\nสอง")));
        await RedirectedAsync(PreparedSite.PostAsync(phairot, page, "Sign"));
        Assert.Contains("ที่ นค ๐๐๑๙.๓/๙๕๓๕", await phairot.GetStringAsync(page), StringComparison.Ordinal);
        await RedirectedAsync(PreparedSite.PostAsync(wipa, page, "Send"));
        await RedirectedAsync(PreparedSite.PostAsync(duang, page, "Acknowledge"));

        var letter = await _given.Site.InDbAsync(db => db.Set<OfficialLetter>().AsNoTracking().SingleAsync());
        Assert.Equal((LetterStatus.Sent, "duang"), (letter.Status, letter.Receipts.Single().ReaderId));
        Assert.Equal(["หนึ่ง", "สอง"], letter.Body.Paragraphs);
        Assert.Equal(EntryStates.Notified, (await _given.EntryAsync(letter.Id)).State);
    }

    [Fact]
    public async Task Letter_OfAnotherProvinceOrNotYetSent_IsNotFound()
    {
        var id = await _given.SignedAsync();

        foreach (var stranger in new[] { _given.Udom, _given.Duang, _given.Decha })
        {
            using var client = _site.ClientOf(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/my/letters/{id}", UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/my/letters/{id}/letter.docx", UriKind.Relative))).StatusCode);
        }

        using var udom = _site.ClientOf(_given.Udom);
        Assert.DoesNotContain("๙๕๓๕", await udom.GetStringAsync("/my/letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_AsWordFile_IsDownloadedUnderItsNumber()
    {
        var id = await _given.SignedAsync();
        using var wipa = _site.ClientOf(_given.Wipa);
        var response = await wipa.GetAsync(new Uri($"/my/letters/{id}/letter.docx", UriKind.Relative));

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("ที่ นค ๐๐๑๙.๓-๙๕๓๕.docx", response.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task Letters_OfTheDepartment_AreListedAndFilteredByProvince()
    {
        await _given.SignedAsync();
        using var preeda = _site.ClientOf(_given.Preeda);

        Assert.Contains("๙๕๓๕", await preeda.GetStringAsync("/admin/letters?province=43"), StringComparison.Ordinal);
        Assert.DoesNotContain("๙๕๓๕", await preeda.GetStringAsync("/admin/letters?province=41"), StringComparison.Ordinal);
        Assert.Contains("Nong Khai", await preeda.GetStringAsync("/en/admin/letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_WithoutASubject_ShowsWhatWasTypedAgain()
    {
        var id = await _given.DraftedAsync();
        using var wipa = _site.ClientOf(_given.Wipa);
        var answer = await PreparedSite.PostAsync(wipa, $"/my/letters/{id}/edit", "", ("Subject", ""), ("Addressee", "นายอำเภอ"), ("Paragraphs", "ข้อความที่พิมพ์ไว้"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("ข้อความที่พิมพ์ไว้", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual("", (await _given.LetterAsync(id)).Body.Subject.Text);
    }

    private static async Task RedirectedAsync(Task<HttpResponseMessage> posting)
    {
        using var answer = await posting;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
