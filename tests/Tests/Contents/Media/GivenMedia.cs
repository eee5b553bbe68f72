using CommunityBusinessNetwork.Contents;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>A site with news that have a picture, and a library. Malee manages it; Nong works in Nong Khai; Head and Audra only look.</summary>
public sealed class GivenMedia : IDisposable
{
    public const string Photo = "Article.Photo";
    public const string Paper = "Article.Paper";
    public const string Body = GivenContents.Body;

    private GivenMedia(GivenContents contents) => Contents = contents;

    public GivenContents Contents { get; }
    public Given Site => Contents.Site;
    public CurrentUser Malee => Contents.Malee;
    public CurrentUser Head => Contents.Head;
    public CurrentUser Audra => Contents.Audra;
    public CurrentUser Nong => Contents.Stranger;

    public static async Task<GivenMedia> MakeAsync()
    {
        var given = new GivenMedia(await GivenContents.MakeAsync());
        await given.Site.StoredAsync(new ContentType("Article", 1, new("บทความ", "Article", ["TitlePart", "AutoroutePart", "HtmlBodyPart"],
            [new("Photo", FieldKind.Image, "ภาพ", "Photo"), new("Paper", FieldKind.File, "เอกสาร", "Paper")]) { Creatable = true, Listable = true, Draftable = true }));
        return given;
    }

    public void Dispose() => Contents.Dispose();

    internal Task<T> DoAsync<TOperation, T>(CurrentUser user, Func<TOperation, Task<T>> run)
        where TOperation : notnull
        => Site.AsAsync(user, run);

    internal async Task<Outcome<MediaFile>> AddAsync(CurrentUser user, byte[] bytes, string name, Guid? folder = null)
    {
        using MemoryStream content = new(bytes);
        return await Site.AsAsync<AddMedia, Outcome<MediaFile>>(user, o => o.RunAsync(new(folder ?? MediaFolder.RootId, new(content, name)), CancellationToken.None));
    }

    /// <summary>A picture with its words.</summary>
    internal async Task<MediaFile> PictureAsync(string name = "น้ำ.jpg", Guid? folder = null, int shade = 128)
    {
        var added = (await AddAsync(Malee, Pictures.Jpeg(shade: shade), name, folder)).Value;
        Assert.True((await DescribeAsync(added, "บ่อน้ำกลางหมู่บ้าน", "The well of the village")).Succeeded);
        return await FileAsync(added.Id);
    }

    internal Task<Outcome> DescribeAsync(MediaFile file, string th, string en, string? name = null, CurrentUser? user = null)
        => Site.AsAsync<DescribeMedia, Outcome>(user ?? Malee, o => o.RunAsync(new(file.Id, file.Version, name ?? file.Name, th, en), CancellationToken.None));

    internal async Task<Outcome> ReplaceAsync(MediaFile file, byte[] bytes, string name, CurrentUser? user = null)
    {
        using MemoryStream content = new(bytes);
        return await Site.AsAsync<ReplaceMedia, Outcome>(user ?? Malee, o => o.RunAsync(new(file.Id, file.Version, new(content, name)), CancellationToken.None));
    }

    internal Task<Outcome> TrashAsync(Guid id, CurrentUser? user = null) => Site.AsAsync<TrashMedia, Outcome>(user ?? Malee, o => o.RunAsync(id, CancellationToken.None));

    internal async Task<Guid> FolderAsync(string name, Guid? parent = null, CurrentUser? user = null)
        => (await Site.AsAsync<MakeFolder, Outcome<Guid>>(user ?? Malee, o => o.RunAsync(new(parent ?? MediaFolder.RootId, name), CancellationToken.None))).Value;

    internal async Task RestrictAsync(Guid id, MediaFolderRights rights)
    {
        var folder = await Site.InDbAsync(db => db.Set<MediaFolder>().AsNoTracking().SingleAsync(f => f.Id == id));
        Assert.True((await Site.AsAsync<RestrictFolder, Outcome>(Malee, o => o.RunAsync(new(id, folder.Version, rights), CancellationToken.None))).Succeeded);
    }

    internal Task<MediaFile> FileAsync(Guid id) => Site.InDbAsync(db => db.Set<MediaFile>().AsNoTracking().SingleAsync(m => m.Id == id));

    internal Task<List<string>> SeenAsync(CurrentUser user)
        => Site.InDbAsync(db => db.Set<MediaFile>().AsNoTracking().VisibleTo(user, db).OrderBy(m => m.Name).Select(m => m.Name).ToListAsync());

    internal async Task<byte[]> BytesAsync(MediaFile file)
    {
        var store = Site.AsAsync<IFileStore, IFileStore>(Malee, Task.FromResult);
        await using var stream = (await store).Open(file.Sha256);
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>An article that names files, published.</summary>
    internal async Task<ContentItem> ArticleAsync(string title, string? photo = null, string html = "<p>ข้อความ</p>", bool publish = true, string? path = null)
    {
        var draft = (await Contents.SaveAsync(Malee, "Article", null, [new(GivenContents.Title, title, "Story"), new(Body, html), .. photo is null ? Array.Empty<TypedValue>() : [new(Photo, photo)], .. path is null ? Array.Empty<TypedValue>() : [new(GivenContents.Path, path)]])).Value;

        if (publish)
        {
            Assert.Equal([], (await Contents.PublishAsync(Malee, draft.ItemId)).Problems);
        }

        return await Contents.LatestAsync(draft.ItemId);
    }

    /// <summary>Everything that a refused operation must leave as it is: rows, bytes, audit.</summary>
    internal async Task<string> StateAsync()
        => await Contents.StateAsync()
            + string.Join('\n', await Site.InDbAsync(db => db.Set<MediaFile>().AsNoTracking().OrderBy(m => m.Id).Select(m => $"{m.Id} {m.Version} {m.FolderId} {m.NameKey} {m.FileId} {m.Sha256} {m.AltTh} {m.AltEn} {m.TrashedAt}").ToListAsync()))
            + string.Join('\n', await Site.InDbAsync(db => db.Set<MediaFolder>().AsNoTracking().OrderBy(m => m.Path).Select(m => $"{m.Id} {m.Version} {m.Path} {m.AreaPath}").ToListAsync()))
            + string.Join('\n', Site.KeptFiles().Order(StringComparer.Ordinal));

    internal async Task RefusedAsync(Func<Task<Outcome>> act, params string[] codes)
    {
        var before = await StateAsync();
        Assert.Equal(codes, (await act()).Problems.Select(p => p.Code));
        Assert.Equal(before, await StateAsync());
    }
}
