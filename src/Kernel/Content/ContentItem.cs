using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>
/// One version of a content item. Of the versions of one item at most one is the latest and at most one is published;
/// a draft is the latest and not published. What people wrote stands in <see cref="Parts"/>, one object per part.
/// </summary>
public sealed class ContentItem : Entity
{
    private ContentItem()
    {
    }

    internal ContentItem(string itemId, int number, ContentType type, string owner, Area area, DateTimeOffset now)
    {
        (ItemId, Number, Latest) = (itemId, number, true);
        (TypeName, TypeNumber) = (type.Name, type.Number);
        (Owner, Author, AreaPath) = (owner, owner, area.Path);
        (CreatedUtc, ModifiedUtc) = (now, now);
        ItemVersionId = ContentId.New();
    }

    /// <summary>26 lower-case characters, the same for all versions.</summary>
    public string ItemId { get; private set; } = "";

    public string ItemVersionId { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string TypeName { get; private set; } = "";

    /// <summary>The version of the type's definition it was written on.</summary>
    public int TypeNumber { get; private set; }

    public string DisplayText { get; private set; } = "";

    /// <summary>Orders display texts as a Thai dictionary does.</summary>
    public string SortKey { get; private set; } = "";

    public bool Latest { get; private set; }
    public bool Published { get; private set; }
    public string Owner { get; private set; } = "";
    public string Author { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public DateTimeOffset CreatedUtc { get; private set; }
    public DateTimeOffset ModifiedUtc { get; private set; }
    public DateTimeOffset? PublishedUtc { get; private set; }

    /// <summary>What its author says about this version; null when nothing.</summary>
    public string? Comment { get; private set; }

    /// <summary>Since when the item lies in the trash; on the latest version only.</summary>
    public DateTimeOffset? TrashedUtc { get; private set; }

    /// <summary>When the item is to be published by itself; on the latest version only.</summary>
    public DateTimeOffset? PublishAtUtc { get; private set; }

    /// <summary>When the item is to be taken away from the public by itself; on the latest version only.</summary>
    public DateTimeOffset? UnpublishAtUtc { get; private set; }

    /// <summary>The parts as JSON text: { "TitlePart": { … }, "GroupPart": { … }, "{type}": { fields } }.</summary>
    public string Parts { get; private set; } = "{}";

    public Area Area => new(AreaPath);

    /// <summary>A part; null when the item has none.</summary>
    public T? As<T>()
        where T : class
        => JsonNode.Parse(Parts)![typeof(T).Name]?.Deserialize<T>(AppJson.Options);

    /// <summary>The values of the fields that staff added.</summary>
    public JsonObject Fields() => JsonNode.Parse(Parts)![TypeName]?.AsObject() ?? [];

    /// <summary>Puts a part in place of what was there. The caller saves through <see cref="ContentStore"/>.</summary>
    public void Put<T>(T part)
        where T : class
        => Put(typeof(T).Name, JsonSerializer.SerializeToNode(part, AppJson.Options)!);

    public void Put(string part, JsonNode value)
    {
        var parts = JsonNode.Parse(Parts)!.AsObject();
        parts[part] = value.DeepClone();
        Parts = parts.ToJsonString(AppJson.Options);
    }

    public void SetFields(JsonObject values) => Put(TypeName, values);

    /// <summary>Puts all parts in place of all that were there.</summary>
    public void PutAll(JsonObject parts) => Parts = parts.ToJsonString(AppJson.Options);

    /// <summary>Says something about this version.</summary>
    public void Remark(string? comment) => Comment = comment;

    internal void Touch(string displayText, string author, DateTimeOffset now)
    {
        (DisplayText, SortKey) = (displayText, ThaiSort.Key(displayText));
        (Author, ModifiedUtc) = (author, now);
        Record(new ContentSaved(ItemId, Number, TypeName, displayText) { Reason = Comment });
    }

    /// <summary>A draft after this version, which is the latest no more. The times of publishing go on to it.</summary>
    internal ContentItem NextDraft(int number, int typeNumber, string author, DateTimeOffset now)
    {
        ContentItem next = new()
        {
            ItemId = ItemId, ItemVersionId = ContentId.New(), Number = number, TypeName = TypeName, TypeNumber = typeNumber,
            DisplayText = DisplayText, SortKey = SortKey, Latest = true, Owner = Owner, Author = author, AreaPath = AreaPath,
            CreatedUtc = CreatedUtc, ModifiedUtc = now, Parts = Parts, PublishAtUtc = PublishAtUtc, UnpublishAtUtc = UnpublishAtUtc,
        };
        Latest = false;
        (PublishAtUtc, UnpublishAtUtc) = (null, null);
        return next;
    }

    internal void Publish(DateTimeOffset now)
    {
        (Published, PublishedUtc, PublishAtUtc) = (true, now, null);
        Record(new ContentPublished(ItemId, Number, TypeName));
    }

    internal void Schedule(DateTimeOffset? publishAt, DateTimeOffset? unpublishAt)
    {
        (PublishAtUtc, UnpublishAtUtc) = (publishAt, unpublishAt);
        Record(new ContentScheduled(ItemId, Number, TypeName, publishAt, unpublishAt));
    }

    internal void Trash(DateTimeOffset now)
    {
        (TrashedUtc, PublishAtUtc, UnpublishAtUtc) = (now, null, null);
        Record(new ContentTrashed(ItemId, Number, TypeName));
    }

    internal void TakeFromTrash()
    {
        TrashedUtc = null;
        Record(new ContentTakenFromTrash(ItemId, Number, TypeName));
    }

    /// <summary>This draft is given up for the published version, which is the latest again; it stays among the versions.</summary>
    internal void DiscardFor(ContentItem published)
    {
        (Latest, published.Latest) = (false, true);
        (published.UnpublishAtUtc, PublishAtUtc, UnpublishAtUtc) = (UnpublishAtUtc, null, null);
        Record(new ContentDraftDiscarded(ItemId, Number, TypeName));
    }

    internal void Unpublish() => Published = false;

    internal void Withdraw()
    {
        Published = false;
        Record(new ContentUnpublished(ItemId, Number, TypeName));
    }
}

/// <summary>A version of an item was written.</summary>
public sealed record ContentSaved(string ItemId, int Number, string Type, string DisplayText) : DomainEvent;

/// <summary>A version of an item is what the public reads from now on.</summary>
public sealed record ContentPublished(string ItemId, int Number, string Type) : DomainEvent;

/// <summary>The public reads no version of the item any more.</summary>
public sealed record ContentUnpublished(string ItemId, int Number, string Type) : DomainEvent;

/// <summary>It was decided when the item is to be published or taken away by itself; null is never.</summary>
public sealed record ContentScheduled(string ItemId, int Number, string Type, DateTimeOffset? PublishAt, DateTimeOffset? UnpublishAt) : DomainEvent;

/// <summary>The item was put into the trash, with all its versions.</summary>
public sealed record ContentTrashed(string ItemId, int Number, string Type) : DomainEvent;

/// <summary>The item came out of the trash, as a draft.</summary>
public sealed record ContentTakenFromTrash(string ItemId, int Number, string Type) : DomainEvent;

/// <summary>A draft was given up for the version that the public reads.</summary>
public sealed record ContentDraftDiscarded(string ItemId, int Number, string Type) : DomainEvent;

internal sealed class ContentItemTable : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> builder)
    {
        builder.ToTable("content_items");
        builder.Property(i => i.TypeName).HasColumnName("content_type");
        builder.HasIndex(i => new { i.ItemId, i.Number }).IsUnique();
        builder.HasIndex(i => new { i.ModifiedUtc, i.ItemId, i.Latest, i.TrashedUtc, i.TypeName, i.AreaPath, i.Published, i.Author, i.DisplayText, i.Id }, "ix_content_items_list");
        builder.HasIndex(i => new { i.SortKey, i.ItemId, i.Latest, i.TrashedUtc, i.TypeName, i.AreaPath, i.Published, i.Id }, "ix_content_items_list_title");
        builder.HasIndex(i => new { i.TypeName, i.SortKey, i.ItemId, i.Latest, i.TrashedUtc, i.AreaPath, i.Published, i.Author, i.ModifiedUtc, i.DisplayText, i.Id }, "ix_content_items_list_type");
        builder.Ignore(i => i.Area);
    }
}
