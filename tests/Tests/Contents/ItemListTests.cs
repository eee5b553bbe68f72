using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Lists;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents;

public sealed partial class ItemListTests : IAsyncLifetime
{
    private GivenContents _given = null!;
    private PreparedSite _site = null!;
    private HttpClient _malee = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenContents.MakeAsync();
        await _given.RunRecipeAsync(new JsonObject { ["name"] = "settings", ["IsSetUp"] = true });
        _site = new(_given.Site);
        _malee = _site.ClientOf(_given.Malee);

        foreach (var (title, day) in new[] { ("ข่าวแรก", "2020-05-13"), ("ข่าวที่สอง", "2020-06-29"), ("ข่าวที่สาม", "2020-07-01") })
        {
            Assert.True((await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, title), new TypedValue("News.Date", day))).Succeeded);
            _given.Site.Time.Advance(TimeSpan.FromDays(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _malee.Dispose();
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Theory]
    [InlineData("?q=ที่", "ข่าวที่สาม,ข่าวที่สอง")]
    [InlineData("?type=News&sort=Date", "ข่าวแรก,ข่าวที่สอง,ข่าวที่สาม")]
    [InlineData("?type=News&sort=-Date", "ข่าวที่สาม,ข่าวที่สอง,ข่าวแรก")]
    [InlineData("?type=News&Where[0].Name=Date&Where[0].Value=29 มิ.ย. 2563", "ข่าวที่สาม,ข่าวที่สอง")]
    [InlineData("?type=News&Where[0].Name=Date&Where[0].Most=๒๙/๐๖/๒๕๖๓", "ข่าวที่สอง,ข่าวแรก")]
    [InlineData("?type=Page&Where[0].Name=Date&Where[0].Most=29/06/2563", "")]
    [InlineData("?from=14/05/2563", "ข่าวที่สาม,ข่าวที่สอง")]
    [InlineData("?to=14/05/2563", "ข่าวที่สอง,ข่าวแรก")]
    [InlineData("?by=malee", "ข่าวที่สาม,ข่าวที่สอง,ข่าวแรก")]
    [InlineData("?by=head", "")]
    [InlineData("?province=43", "")]
    public async Task List_ShowsWhatIsAskedFor(string query, string titles)
        => Assert.Equal(titles, string.Join(',', Rows(await _malee.GetStringAsync(new Uri($"/admin/contents{query}", UriKind.Relative), Ct))));

    [Fact]
    public async Task FilterThatCannotBeRead_IsSaidBesideItAndKept()
    {
        var html = await _malee.GetStringAsync(new Uri("/admin/contents?type=News&Where[0].Name=Date&Where[0].Value=วันหนึ่ง", UriKind.Relative), Ct);
        Assert.Contains("value=\"วันหนึ่ง\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Where_0__Value-err\"", html, StringComparison.Ordinal);
        Assert.Equal(3, Rows(html).Count);
    }

    [Fact]
    public async Task FieldThatIsListedLater_FindsTheItemsThatWereThereBefore()
    {
        await _given.RunRecipeAsync(Definition(listed: false));
        await _given.Site.DeliverAsync();
        Assert.Equal(0, await IndexedAsync());

        await _given.RunRecipeAsync(Definition(listed: true));
        await _given.Site.DeliverAsync();
        Assert.Equal(3, await IndexedAsync());
        Assert.Equal(["ข่าวแรก"], Rows(await _malee.GetStringAsync(new Uri("/admin/contents?type=News&Where[0].Name=Date&Where[0].Most=14/05/2563", UriKind.Relative), Ct)));
    }

    [Fact]
    public async Task View_IsKeptUnderItsName_SeenByItsOwnerAlone_UntilItIsForEverybody()
    {
        using var kept = await PreparedSite.PostAsync(_malee, "/admin/contents", "View&type=News&sort=Date", ("ViewName", "ข่าวตามวัน"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using var head = _site.ClientOf(_given.Head);
        Assert.Contains("?type=News&amp;sort=Date\" lang=\"th\">ข่าวตามวัน</a>", await _malee.GetStringAsync("/admin/contents", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("ข่าวตามวัน", await head.GetStringAsync("/admin/contents", Ct), StringComparison.Ordinal);

        Assert.True((await SaveAsync(_given.Malee, "ข่าวตามวัน", "?type=News", shared: true)).Succeeded);
        Assert.Contains("ข่าวตามวัน", await head.GetStringAsync("/admin/contents", Ct), StringComparison.Ordinal);
        Assert.Single(await ViewsAsync());
    }

    [Fact]
    public async Task View_WithoutANameOrTooMany_IsRefusedAndKeepsNothing()
    {
        Assert.Equal("contents.view-name-invalid", (await SaveAsync(_given.Malee, " ", "", false)).Problems.Single().Code);
        Assert.Equal("contents.view-name-invalid", (await SaveAsync(_given.Malee, new('ก', 61), "", false)).Problems.Single().Code);
        Assert.Equal("contents.view-too-long", (await SaveAsync(_given.Malee, "ก", new('x', 2001), false)).Problems.Single().Code);
        Assert.Equal(Outcome.NotFound, await SaveAsync(_given.Stranger, "ก", "", false));
        Assert.Equal(Outcome.NotFound, await SaveAsync(_given.Audra, "ก", "", shared: true));
        Assert.Empty(await ViewsAsync());

        for (var at = 0; at < SaveView.Most; at++)
        {
            Assert.True((await SaveAsync(_given.Malee, $"มุมมอง {at}", "", false)).Succeeded);
        }

        Assert.Equal("contents.too-many-views", (await SaveAsync(_given.Malee, "อีกหนึ่ง", "", false)).Problems.Single().Code);
        Assert.Equal(SaveView.Most, (await ViewsAsync()).Count);
    }

    [Fact]
    public async Task ViewOfAnother_IsNotThereToBeRemoved_ButOneForEverybodyIsByWhoDefinesTypes()
    {
        Assert.True((await SaveAsync(_given.Audra, "ของออดรา", "", false)).Succeeded);
        var view = (await ViewsAsync()).Single();
        Assert.Equal(Outcome.NotFound, await _given.Site.AsAsync<RemoveView, Outcome>(_given.Malee, r => r.RunAsync(view.Id, Ct)));
        Assert.Single(await ViewsAsync());

        Assert.True((await _given.Site.AsAsync<RemoveView, Outcome>(_given.Audra, r => r.RunAsync(view.Id, Ct))).Succeeded);
        Assert.Empty(await ViewsAsync());
    }

    [Fact]
    public async Task Export_OfTheTickedItems_IsARecipeThatAnotherSiteRuns()
    {
        var items = await _given.Site.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().Where(i => i.TypeName == "News").OrderBy(i => i.ItemId).ToListAsync(Ct));
        using var answer = await PreparedSite.PostAsync(_malee, "/admin/contents", "Export", ("Chosen", items[0].ItemId), ("Chosen", items[1].ItemId), ("Chosen", "nothing"));

        var step = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["steps"]![0]!;
        Assert.Equal([items[0].ItemId, items[1].ItemId], step["Data"]!.AsArray().Select(i => i!["ContentItemId"]!.GetValue<string>()));
        using var other = await GivenContents.MakeAsync();
        Assert.True(await other.RunRecipeAsync(step.DeepClone().AsObject()));
        Assert.Equal(items[0].DisplayText, (await other.LatestAsync(items[0].ItemId)).DisplayText);
    }

    [Fact]
    public async Task FormOfAHandlerThatIsNotThere_FindsNothing()
    {
        using var answer = await PreparedSite.PostAsync(_malee, "/admin/contents", "Nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static JsonObject Definition(bool listed) => JsonNode.Parse($$"""
        { "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "News", "DisplayName": "ข่าว", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true } },
          "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" } ] } ],
          "ContentParts": [ { "Name": "News", "ContentPartFieldDefinitionRecords": [ { "FieldName": "DateField", "Name": "Date", "Settings": { "NetworkFieldSettings": { "Listed": {{(listed ? "true" : "false")}} } } } ] } ] }
        """)!.AsObject();

    private static List<string> Rows(string html) => [.. Row().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    private Task<int> IndexedAsync() => _given.Site.InDbAsync(db => db.Set<ContentFieldValue>().CountAsync(v => v.Field == "Date", Ct));

    private Task<List<SavedView>> ViewsAsync() => _given.Site.InDbAsync(db => db.Set<SavedView>().AsNoTracking().ToListAsync(Ct));

    private Task<Outcome> SaveAsync(CurrentUser user, string name, string query, bool shared) => _given.Site.AsAsync<SaveView, Outcome>(user, s => s.RunAsync(name, query, shared, Ct));

    [GeneratedRegex("<th scope=\"row\"[^>]*><a [^>]*>([^<]+)</a>")]
    private static partial Regex Row();
}
