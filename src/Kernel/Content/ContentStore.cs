using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>Writes an index row beside an item, within the same save. One per content type that a module searches.</summary>
public interface IContentIndexer
{
    /// <summary>Null for the items of every type.</summary>
    string? ContentType { get; }

    /// <summary>Brings the index row in line with the version that is written, before the save.</summary>
    Task IndexAsync(AppDb db, ContentItem latest, CancellationToken ct);
}

/// <summary>The path of a published or drafted item, unique over the site.</summary>
public sealed class ContentPath
{
    private ContentPath()
    {
    }

    public ContentPath(string path, string itemId) => (Path, ItemId) = (path, itemId);

    public string Path { get; private set; } = "";
    public string ItemId { get; private set; } = "";
}

/// <summary>One value of a field marked <i>listed</i>, of the latest version of an item.</summary>
public sealed class ContentFieldValue
{
    private ContentFieldValue()
    {
    }

    public ContentFieldValue(string itemId, string field) => (ItemId, Field) = (itemId, field);

    public string ItemId { get; private set; } = "";
    public string Field { get; private set; } = "";
    public string? Text { get; private set; }
    public decimal? Number { get; private set; }
    public DateOnly? Date { get; private set; }

    /// <param name="value">What stands in the field; null when nothing does.</param>
    public void Take(FieldDefinition field, JsonNode? value) => (Text, Number, Date) = FieldValues.Indexed(field, value);
}

/// <summary>Makes, drafts and publishes versions of content items; writes path and index rows with them.</summary>
public sealed class ContentStore(AppDb db, CurrentUser user, TimeProvider time, IEnumerable<IContentIndexer> indexers)
{
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public async Task<ContentType> TypeAsync(string name, CancellationToken ct)
        => db.Set<ContentType>().Local.SingleOrDefault(t => t.Name == name && t.Latest)
            ?? await db.Set<ContentType>().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct)
            ?? throw new InvalidOperationException($"There is no content type {name}.");

    /// <summary>A new item's first version, a draft. It is stored by <see cref="SaveDraftAsync"/>.</summary>
    /// <param name="itemId">An id from elsewhere, for recipes; otherwise a new one.</param>
    public async Task<ContentItem> NewAsync(string type, Area area, CancellationToken ct, string? itemId = null)
    {
        var item = new ContentItem(itemId ?? ContentId.New(), 1, await TypeAsync(type, ct), user.Id, area, time.GetUtcNow());
        db.Add(item);
        return item;
    }

    public Task<ContentItem?> LatestAsync(string itemId, CancellationToken ct)
        => db.Set<ContentItem>().SingleOrDefaultAsync(i => i.ItemId == itemId && i.Latest, ct);

    /// <summary>The version to write on: the draft, or a new draft made of the published version.</summary>
    public async Task<ContentItem?> DraftAsync(string itemId, CancellationToken ct)
    {
        if (await LatestAsync(itemId, ct) is not { } latest || !latest.Published)
        {
            return await LatestAsync(itemId, ct);
        }

        return await NextAsync(latest, ct);
    }

    /// <summary>A new draft with the content of the latest version, one number further; what was the latest stays among the versions.</summary>
    public async Task<ContentItem> NextAsync(ContentItem latest, CancellationToken ct)
    {
        var last = await db.Set<ContentItem>().Where(i => i.ItemId == latest.ItemId).MaxAsync(i => i.Number, ct);
        var draft = latest.NextDraft(last + 1, (await TypeAsync(latest.TypeName, ct)).Number, user.Id, time.GetUtcNow());
        db.Add(draft);
        return draft;
    }

    /// <summary>Saves the draft with its path and index rows.</summary>
    public async Task SaveDraftAsync(ContentItem draft, CancellationToken ct)
    {
        await PrepareAsync(draft, ct);
        await db.SaveAsync(user, ct);
    }

    /// <summary>Saves this version and makes it the one that the public reads.</summary>
    public async Task PublishAsync(ContentItem version, CancellationToken ct)
    {
        await PrepareAsync(version, ct);
        await MakePublicAsync(version, ct);
        await db.SaveAsync(user, ct);
    }

    /// <summary>Takes the item away from the public; its versions stay.</summary>
    public async Task UnpublishAsync(ContentItem published, CancellationToken ct)
    {
        await WithdrawAsync(published, ct);
        await db.SaveAsync(user, ct);
    }

    /// <summary>Brings author, display text, path and index rows in line with what was put into the version. The caller saves.</summary>
    public async Task PrepareAsync(ContentItem item, CancellationToken ct)
    {
        item.Touch(item.As<TitlePart>()?.Title ?? item.ItemId, user.Id, time.GetUtcNow());

        if (item.As<AutoroutePart>()?.Path is { Length: > 0 } path
            && !db.Set<ContentPath>().Local.Any(p => p.Path == path) && !await db.Set<ContentPath>().AnyAsync(p => p.Path == path && p.ItemId == item.ItemId, ct))
        {
            db.Add(new ContentPath(path, item.ItemId));
        }

        await IndexAsync(item, ct);
    }

    /// <summary>Makes this version the one that the public reads, as it is. The caller saves.</summary>
    public async Task MakePublicAsync(ContentItem version, CancellationToken ct)
    {
        foreach (var other in await PublishedAsync(version.ItemId, ct))
        {
            if (other.Number != version.Number)
            {
                other.Unpublish();
            }
        }

        version.Publish(time.GetUtcNow());
        await IndexAsync(version, ct);
    }

    /// <summary>Takes the item away from the public. The caller saves.</summary>
    public async Task WithdrawAsync(ContentItem published, CancellationToken ct)
    {
        published.Withdraw();
        await IndexAsync(published.Latest ? published : (await LatestAsync(published.ItemId, ct))!, ct);
    }

    /// <summary>Puts the item into the trash; the public reads it no more. The caller saves.</summary>
    public async Task TrashAsync(ContentItem latest, CancellationToken ct)
    {
        foreach (var published in await PublishedAsync(latest.ItemId, ct))
        {
            published.Withdraw();
        }

        latest.Trash(time.GetUtcNow());
        await IndexAsync(latest, ct);
    }

    /// <summary>Takes the item out of the trash, as a draft. The caller saves.</summary>
    public async Task TakeFromTrashAsync(ContentItem latest, CancellationToken ct)
    {
        latest.TakeFromTrash();
        await IndexAsync(latest, ct);
    }

    /// <summary>Gives the draft up for the version that the public reads. The caller saves.</summary>
    public async Task DiscardAsync(ContentItem draft, ContentItem published, CancellationToken ct)
    {
        draft.DiscardFor(published);
        await IndexAsync(published, ct);
    }

    /// <summary>Decides when the item is published and taken away by itself; null is never. The caller saves.</summary>
    public static void Schedule(ContentItem latest, DateTimeOffset? publishAt, DateTimeOffset? unpublishAt) => latest.Schedule(publishAt, unpublishAt);

    private Task<List<ContentItem>> PublishedAsync(string itemId, CancellationToken ct)
        => db.Set<ContentItem>().Where(i => i.ItemId == itemId && i.Published).ToListAsync(ct);

    private async Task IndexAsync(ContentItem item, CancellationToken ct)
    {
        foreach (var indexer in indexers.Where(i => i.ContentType is null || i.ContentType == item.TypeName))
        {
            await indexer.IndexAsync(db, item, ct);
        }

        await IndexFieldsAsync(item, ct);
    }

    private async Task IndexFieldsAsync(ContentItem item, CancellationToken ct)
    {
        var listed = (await TypeAsync(item.TypeName, ct)).Definition.Fields.Where(f => f.Listed).ToList();

        if (listed.Count == 0)
        {
            return;
        }

        var values = item.Fields();

        foreach (var field in listed)
        {
            if (await db.Set<ContentFieldValue>().FindAsync([item.ItemId, field.Name], ct) is not { } row)
            {
                row = new(item.ItemId, field.Name);
                db.Add(row);
            }

            row.Take(field, values[field.Name]);
        }
    }
}
