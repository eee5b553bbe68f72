using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents;

/// <summary>A site with pages, news and a menu. Malee writes and publishes, Head only publishes, Audra only reads.</summary>
public sealed class GivenContents : IDisposable
{
    public const string Title = "TitlePart.Title";
    public const string Path = "AutoroutePart.Path";
    public const string Body = "HtmlBodyPart.Html";

    private GivenContents()
    {
        Malee = Site.Person("malee", Roles.DepartmentOfficer, Area.Nation);
        Head = Site.Person("head", Roles.DepartmentHead, Area.Nation);
        Audra = Site.Person("audra", Roles.Auditor, Area.Nation);
        Stranger = Site.Person("stranger", Roles.ProvinceOfficer, Area.Province("43"));
    }

    public Given Site { get; } = new();
    public CurrentUser Malee { get; }
    public CurrentUser Head { get; }
    public CurrentUser Audra { get; }
    public CurrentUser Stranger { get; }

    public static async Task<GivenContents> MakeAsync()
    {
        var given = new GivenContents();
        await given.Site.StoredAsync(new ContentType("Page", 1, new("หน้า", "Page", ["TitlePart", "AutoroutePart", "HtmlBodyPart"], []) { Creatable = true, Listable = true, Draftable = true }));
        await given.Site.StoredAsync(new ContentType("News", 1, new("ข่าว", "News", ["TitlePart", "AutoroutePart", "HtmlBodyPart"],
            [new("Date", FieldKind.Date, "วันที่", "Date") { Required = true, Listed = true }]) { Creatable = true, Listable = true, Draftable = true, PathPrefix = "news" }));
        await given.Site.StoredAsync(new ContentType("MenuItem", 1, new("เมนู", "Menu item", ["TitlePart", "MenuPart"], []) { Creatable = true, Listable = true }));
        return given;
    }

    public void Dispose() => Site.Dispose();

    internal Task<Outcome<ContentItem>> SaveAsync(CurrentUser user, ContentItem? latest, params TypedValue[] values) => SaveAsync(user, "Page", latest, values);

    internal Task<Outcome<ContentItem>> SaveAsync(CurrentUser user, string type, ContentItem? latest, params TypedValue[] values)
        => Site.AsAsync<SaveDraft, Outcome<ContentItem>>(user, o => o.RunAsync(new(latest?.ItemId, type, latest?.Seen(), values, null), CancellationToken.None));

    internal async Task<ContentItem> DraftedAsync(string title = "เรื่องหนึ่ง", string html = "<p>ข้อความ</p>")
        => (await SaveAsync(Malee, null, new TypedValue(Title, title, "A story"), new TypedValue(Body, html))).Value;

    internal async Task<ContentItem> PublishedAsync(string title = "เรื่องหนึ่ง", string html = "<p>ข้อความ</p>")
    {
        var draft = await DraftedAsync(title, html);
        Assert.True((await PublishAsync(Malee, draft.ItemId)).Succeeded);
        return await LatestAsync(draft.ItemId);
    }

    internal Task<Outcome> PublishAsync(CurrentUser user, string itemId)
        => Site.AsAsync<PublishContent, Outcome>(user, o => o.RunAsync(itemId, null, CancellationToken.None));

    public Task<ContentItem> LatestAsync(string itemId) => Site.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().SingleAsync(i => i.ItemId == itemId && i.Latest));

    public Task<List<ContentItem>> VersionsAsync(string itemId)
        => Site.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().Where(i => i.ItemId == itemId).OrderBy(i => i.Number).ToListAsync());

    /// <summary>Everything that a refused operation must leave as it is.</summary>
    public async Task<string> StateAsync()
        => string.Join('\n', await Site.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().OrderBy(i => i.ItemId).ThenBy(i => i.Number)
            .Select(i => $"{i.ItemId} {i.Number} {i.Version} {i.Latest} {i.Published} {i.TrashedUtc} {i.Parts}").ToListAsync()))
            + (await Site.AuditAsync()).Count;

    public Task<bool> RunRecipeAsync(params JsonObject[] steps) => Letters.GivenLetters.RunRecipeAsync(Site, steps);
}
