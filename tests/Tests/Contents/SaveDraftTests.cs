using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents;

public sealed class SaveDraftTests : IAsyncLifetime
{
    private GivenContents _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenContents.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SaveDraft_OfANewItem_IsAVersionWithPathAndAuthorThatThePublicDoesNotRead()
    {
        var item = await _given.DraftedAsync("น้ำดื่ม ชุมชน 2563");

        Assert.Equal((1, true, false, "malee", "น้ำดื่ม ชุมชน 2563"), (item.Number, item.Latest, item.Published, item.Author, item.DisplayText));
        Assert.Equal("น้ำดื่ม-ชุมชน-2563", item.As<AutoroutePart>()!.Path);
        Assert.Equal(new TitlePart("น้ำดื่ม ชุมชน 2563", "A story"), item.As<TitlePart>());
        Assert.Equal(nameof(ContentSaved), (await _given.Site.AuditAsync())[^1].Event);
    }

    [Fact]
    public async Task SaveDraft_OverAPublishedVersion_LeavesThePublicWhatItReads()
    {
        var published = await _given.PublishedAsync();

        var draft = (await _given.SaveAsync(_given.Malee, published, new TypedValue(GivenContents.Title, "เรื่องใหม่"))).Value;

        Assert.Equal([(1, false, true), (2, true, false)], (await _given.VersionsAsync(draft.ItemId)).Select(v => (v.Number, v.Latest, v.Published)));
        Assert.Equal("เรื่องหนึ่ง", (await _given.VersionsAsync(draft.ItemId))[0].As<TitlePart>()!.Title);
    }

    [Fact]
    public async Task SaveDraft_OfWhatIsKeptAlready_WritesNothing()
    {
        var item = await _given.DraftedAsync();
        var before = await _given.StateAsync();

        Assert.True((await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "เรื่องหนึ่ง", "A story"))).Succeeded);

        Assert.Equal(before, await _given.StateAsync());
    }

    [Fact]
    public async Task SaveDraft_OnAVersionThatSomebodyElseHasSaved_IsToldAndChangesNothing()
    {
        var seen = await _given.DraftedAsync();
        await _given.SaveAsync(_given.Malee, seen, new TypedValue(GivenContents.Title, "ของคนอื่น"));
        var before = await _given.StateAsync();

        var outcome = await _given.SaveAsync(_given.Malee, seen, new TypedValue(GivenContents.Title, "ของฉัน"));

        Assert.Equal(Outcome.ChangedMeanwhile.Problems, outcome.Problems);
        Assert.Equal(before, await _given.StateAsync());
    }

    [Fact]
    public async Task SaveDraft_WithoutATitle_IsRefusedBesideItAndChangesNothing()
    {
        var item = await _given.DraftedAsync();
        var before = await _given.StateAsync();

        var outcome = await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, " "));

        Assert.Equal([new Problem("fields.required", GivenContents.Title)], outcome.Problems);
        Assert.Equal(before, await _given.StateAsync());
    }

    [Fact]
    public async Task SaveDraft_ByWhoMayNotEdit_IsNotFoundAndChangesNothing()
    {
        var item = await _given.DraftedAsync();
        var before = await _given.StateAsync();

        foreach (var person in new[] { _given.Head, _given.Audra, _given.Stranger })
        {
            Assert.Equal(Outcome.NotFound.Problems, (await _given.SaveAsync(person, item, new TypedValue(GivenContents.Title, "ของฉัน"))).Problems);
            Assert.Equal(Outcome.NotFound.Problems, (await _given.SaveAsync(person, null, new TypedValue(GivenContents.Title, "ของฉัน"))).Problems);
        }

        Assert.Equal(before, await _given.StateAsync());
    }

    [Theory]
    [InlineData("admin", "contents.path-reserved")]
    [InlineData("news", "contents.path-reserved")]
    [InlineData("taken", "contents.path-taken")]
    public async Task SaveDraft_AtAnAddressThatIsNotFree_IsRefused(string path, string code)
    {
        await _given.SaveAsync(_given.Malee, null, new TypedValue(GivenContents.Title, "อีกหน้า"), new TypedValue(GivenContents.Path, "taken"));

        var outcome = await _given.SaveAsync(_given.Malee, null, new TypedValue(GivenContents.Title, "หน้าใหม่"), new TypedValue(GivenContents.Path, path));

        Assert.Equal([new Problem(code, GivenContents.Path)], outcome.Problems);
    }

    [Fact]
    public async Task SaveDraft_OfASecondItemWithTheSameTitle_TakesTheNextAddress()
    {
        await _given.DraftedAsync("เรื่องเดียวกัน");

        Assert.Equal("เรื่องเดียวกัน-2", (await _given.DraftedAsync("เรื่องเดียวกัน")).As<AutoroutePart>()!.Path);
    }

    [Fact]
    public async Task SaveDraft_OfNews_TakesTheDayAsPeopleWriteItAndListsIt()
    {
        var item = (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"), new TypedValue("News.Date", "๒๙ พ.ค. ๒๕๖๓"))).Value;

        Assert.Equal("news/ข่าว", item.As<AutoroutePart>()!.Path);
        Assert.Equal("""{"Value":"2020-05-29"}""", item.Fields()["Date"]!.ToJsonString());
        Assert.Equal(new DateOnly(2020, 5, 29), await _given.Site.InDbAsync(db => db.Set<ContentFieldValue>().Where(v => v.ItemId == item.ItemId).Select(v => v.Date).SingleAsync()));
    }

    [Fact]
    public async Task SaveDraft_WithADayThatIsNone_IsRefusedBesideIt()
        => Assert.Equal(
            [new Problem("fields.not-a-date", "News.Date")],
            (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"), new TypedValue("News.Date", "วันพรุ่งนี้"))).Problems);

    [Fact]
    public async Task SaveDraft_AfterTheTypeGotAField_KeepsItWithTheItem()
    {
        var item = await _given.DraftedAsync();
        await _given.RunRecipeAsync(JsonNode.Parse("""
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Page", "DisplayName": "หน้า", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true } } } ],
              "ContentParts": [ { "Name": "Page", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Households" } ] } ] }
            """)!.AsObject());

        var saved = (await _given.SaveAsync(_given.Malee, await _given.LatestAsync(item.ItemId), new TypedValue("Page.Households", "1,250"))).Value;

        Assert.Equal("""{"Value":1250}""", saved.Fields()["Households"]!.ToJsonString());
        Assert.Equal(2, saved.TypeNumber);
    }
}
