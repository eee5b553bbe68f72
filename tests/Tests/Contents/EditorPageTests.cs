using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Contents;

/// <summary>The editor in a browser, and what the public then reads.</summary>
public sealed class EditorPageTests : IAsyncLifetime
{
    private GivenContents _given = null!;
    private PreparedSite _site = null!;
    private HttpClient _malee = null!;
    private HttpClient _nobody = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenContents.MakeAsync();
        await _given.RunRecipeAsync(new JsonObject { ["name"] = "settings", ["IsSetUp"] = true });
        _site = new(_given.Site);
        _malee = _site.ClientOf(_given.Malee);
        _nobody = _site.CreateClient(new() { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        _malee.Dispose();
        _nobody.Dispose();
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Fact]
    public async Task New_WithHostileHtml_IsPublishedWithoutTheHarm()
    {
        var made = await PreparedSite.PostAsync(_malee, "/admin/contents/new/Page", "", Slots("เรื่องน้ำ", "water", "<p onclick=\"x()\">ปลอดภัย</p><script>alert(1)</script><a href=\"javascript:x()\">คลิก</a>"));
        var page = made.Headers.Location!.ToString();
        Assert.StartsWith("/admin/contents/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.GetAsync(new Uri("/water", UriKind.Relative))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await PreparedSite.PostAsync(_malee, page, "Publish")).StatusCode);

        var read = await _nobody.GetStringAsync("/water");
        Assert.Contains("<p>ปลอดภัย</p><a>คลิก</a>", read, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", read, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_WithBadInput_KeepsWhatWasTypedAndSaysWhyBesideIt()
    {
        var item = (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"))).Value;
        var before = await _given.StateAsync();

        var answer = await PreparedSite.PostAsync(_malee, $"/admin/contents/{item.ItemId}", "", [.. Slots("ข่าวที่แก้", "news/x", "<p>ที่พิมพ์ไว้</p>"), ("Form.Slots[3].Key", "News.Date"), ("Form.Slots[3].Text", "วันพรุ่งนี้"), ("act", "save")]);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("value=\"ข่าวที่แก้\"", html, StringComparison.Ordinal);
        Assert.Contains("ที่พิมพ์ไว้", html, StringComparison.Ordinal);
        Assert.Contains("value=\"วันพรุ่งนี้\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_Slots_3__Text-err\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#Form_Slots_3__Text\"", html, StringComparison.Ordinal);
        Assert.Equal(before, await _given.StateAsync());
    }

    [Fact]
    public async Task Edit_InASecondTab_IsToldWithBothTextsAndMaySaveItsOwn()
    {
        var item = await _given.DraftedAsync();
        var page = $"/admin/contents/{item.ItemId}";
        await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "ของเขา"));
        (string, string)[] stale = [.. Slots("ของฉัน", "", "<p>ข้อความ</p>"), ("act", "save")];

        var answer = await PostOnAsync(page, item.Seen(), stale);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("value=\"ของฉัน\"", html, StringComparison.Ordinal);
        Assert.Contains("<ins>เขา</ins>", html, StringComparison.Ordinal);
        Assert.Contains("<del>ฉัน</del>", html, StringComparison.Ordinal);
        Assert.Equal("ของเขา", (await _given.LatestAsync(item.ItemId)).DisplayText);

        var latest = await _given.LatestAsync(item.ItemId);
        Assert.Contains($"value=\"{latest.Seen()}\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostOnAsync(page, latest.Seen(), stale)).StatusCode);
        Assert.Equal("ของฉัน", (await _given.LatestAsync(item.ItemId)).DisplayText);
    }

    [Fact]
    public async Task Edit_PublishingWhatIsIncomplete_SavesTheDraftAndSaysSo()
    {
        var item = (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"))).Value;

        var answer = await PreparedSite.PostAsync(_malee, $"/admin/contents/{item.ItemId}", "", [.. Slots("ข่าวใหม่", "", "<p>ก</p>"), ("Form.Slots[3].Key", "News.Date"), ("Form.Slots[3].Text", ""), ("act", "publish")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("id=\"Form_Slots_3__Text-err\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("ข่าวใหม่", false), ((await _given.LatestAsync(item.ItemId)).DisplayText, (await _given.LatestAsync(item.ItemId)).Published));
    }

    [Fact]
    public async Task Item_AtAnOlderAddress_LeadsToThePresentOneInBothLanguages()
    {
        var item = await PublishedAtAsync("เก่า");
        await PublishedAtAsync("ใหม่", item);

        await LeadsAsync("/" + Slug.Encode("เก่า"), "/" + Slug.Encode("ใหม่"));
        await LeadsAsync("/en/" + Slug.Encode("เก่า"), "/en/" + Slug.Encode("ใหม่"));
        Assert.Equal(HttpStatusCode.OK, (await _nobody.GetAsync(new Uri("/" + Slug.Encode("ใหม่"), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Item_AtTheAddressOfItsDraft_IsNotFoundYet()
    {
        var item = await PublishedAtAsync("old");
        await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Path, "draft"));

        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.GetAsync(new Uri("/draft", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.GetAsync(new Uri("/old", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Preview_OfADraft_IsForEditorsInThePublicThemeAndNeverCached()
    {
        var item = await PublishedAtAsync("page");
        await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Body, "<p>ข้อความในร่าง</p>"));
        var preview = new Uri($"/admin/contents/{item.ItemId}/preview", UriKind.Relative);

        var answer = await _malee.GetAsync(preview);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("ข้อความในร่าง", html, StringComparison.Ordinal);
        Assert.Contains("TheNetworkTheme", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("ข้อความในร่าง", await _nobody.GetStringAsync("/page"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.GetAsync(preview)).StatusCode);
        using var stranger = _site.ClientOf(_given.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(preview)).StatusCode);
    }

    [Fact]
    public async Task List_ByTypeStateAndWords_ShowsWhatIsAskedFor()
    {
        await _given.PublishedAsync("หน้าที่เผยแพร่");
        await _given.DraftedAsync("หน้าที่ร่าง");
        await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าวร่าง About"));

        await ShowsAsync("?state=Published", "หน้าที่เผยแพร่", "หน้าที่ร่าง");
        await ShowsAsync("?type=Page&state=Draft", "หน้าที่ร่าง", "ข่าวร่าง");
        await ShowsAsync("?q=about", "ข่าวร่าง", "หน้าที่");
    }

    [Fact]
    public async Task List_PublishingSeveral_DoesWhatItCanAndNamesTheRest()
    {
        var good = await _given.DraftedAsync("ครบ");
        var bad = (await _given.SaveAsync(_given.Malee, null, new TypedValue(GivenContents.Title, "ขาดเนื้อหา"))).Value;

        var answer = await PreparedSite.PostAsync(_malee, "/admin/contents", "Publish", ("Chosen", good.ItemId), ("Chosen", bad.ItemId));

        Assert.Contains($"href=\"/admin/contents/{bad.ItemId}\"", (await answer.Content.ReadAsStringAsync()).Split("role=\"alert\"")[1].Split("</div>")[0], StringComparison.Ordinal);
        Assert.True((await _given.LatestAsync(good.ItemId)).Published);
        Assert.False((await _given.LatestAsync(bad.ItemId)).Published);
    }

    [Fact]
    public async Task Field_AddedToATypeInTheDesk_StandsInTheEditorAndOnThePublicPageAtOnce()
    {
        var item = await PublishedAtAsync("page");
        Assert.DoesNotContain("ครัวเรือน", await _nobody.GetStringAsync("/page"), StringComparison.Ordinal);

        var added = await PreparedSite.PostAsync(_malee, "/admin/content-types/Page/fields", "", ("Number", "1"), ("Form.Name", "Households"), ("Form.Kind", "Number"), ("Form.LabelTh", "ครัวเรือน"), ("Form.LabelEn", "Households"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("ครัวเรือน", await _malee.GetStringAsync($"/admin/contents/{item.ItemId}"), StringComparison.Ordinal);

        var saved = await PreparedSite.PostAsync(_malee, $"/admin/contents/{item.ItemId}", "", ("Form.Slots[0].Key", "Page.Households"), ("Form.Slots[0].Text", "๑,๒๕๐"), ("act", "publish"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("<dt>ครัวเรือน</dt><dd>1250</dd>", await _nobody.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfALongText_IsAPlainTextareaAndNoRichText()
    {
        var item = await PublishedAtAsync("page");
        await PreparedSite.PostAsync(_malee, "/admin/content-types/Page/fields", "", ("Number", "1"), ("Form.Name", "Note"), ("Form.Kind", "LongText"), ("Form.LabelTh", "บันทึก"), ("Form.LabelEn", "Note"));

        var html = await _malee.GetStringAsync($"/admin/contents/{item.ItemId}");

        Assert.Equal(["Form_Slots_2__English", "Form_Slots_2__Text"], Regex.Matches(html, "<textarea[^>]*data-rich=\"true\"[^>]*id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Contains("id=\"Form_Slots_3__Text\"", html, StringComparison.Ordinal);
    }

    private static (string, string)[] Slots(string title, string path, string html) =>
    [
        ("Form.Slots[0].Key", GivenContents.Title), ("Form.Slots[0].Text", title), ("Form.Slots[0].English", "A story"),
        ("Form.Slots[1].Key", GivenContents.Path), ("Form.Slots[1].Text", path),
        ("Form.Slots[2].Key", GivenContents.Body), ("Form.Slots[2].Text", html),
    ];

    /// <summary>Posts the form of a tab that was opened when the item was at that version.</summary>
    private async Task<HttpResponseMessage> PostOnAsync(string page, string seen, (string Name, string Value)[] fields)
    {
        var html = await _malee.GetStringAsync(page);
        var token = html.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("Version", seen)).Append(new("__RequestVerificationToken", token)));
        return await _malee.PostAsync(new Uri(page, UriKind.Relative), form);
    }

    private async Task<ContentItem> PublishedAtAsync(string path, ContentItem? item = null)
    {
        var saved = (await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "หน้า"), new TypedValue(GivenContents.Path, path), new TypedValue(GivenContents.Body, "<p>ข้อความ</p>"))).Value;
        Assert.True((await _given.PublishAsync(_given.Malee, saved.ItemId)).Succeeded);
        return await _given.LatestAsync(saved.ItemId);
    }

    private async Task LeadsAsync(string from, string to)
    {
        using var answer = await _nobody.GetAsync(new Uri(from, UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private async Task ShowsAsync(string query, string shown, string hidden)
    {
        var html = await _malee.GetStringAsync("/admin/contents" + query);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, html, StringComparison.Ordinal);
    }
}
