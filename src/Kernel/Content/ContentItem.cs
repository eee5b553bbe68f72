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

    internal void Touch(string displayText, string author, DateTimeOffset now)
    {
        (DisplayText, SortKey) = (displayText, ThaiSort.Key(displayText));
        (Author, ModifiedUtc) = (author, now);
        Record(new ContentSaved(ItemId, Number, TypeName, displayText));
    }

    internal ContentItem NextDraft(int typeNumber, string author, DateTimeOffset now)
    {
        Latest = false;
        return new()
        {
            ItemId = ItemId, ItemVersionId = ContentId.New(), Number = Number + 1, TypeName = TypeName, TypeNumber = typeNumber,
            DisplayText = DisplayText, SortKey = SortKey, Latest = true, Owner = Owner, Author = author, AreaPath = AreaPath,
            CreatedUtc = CreatedUtc, ModifiedUtc = now, Parts = Parts,
        };
    }

    internal void Publish(DateTimeOffset now)
    {
        (Published, PublishedUtc) = (true, now);
        Record(new ContentPublished(ItemId, Number, TypeName));
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

internal sealed class ContentItemTable : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> builder)
    {
        builder.ToTable("content_items");
        builder.Property(i => i.TypeName).HasColumnName("content_type");
        builder.HasIndex(i => new { i.ItemId, i.Number }).IsUnique();
        builder.HasIndex(i => new { i.TypeName, i.Latest, i.SortKey });
        builder.Ignore(i => i.Area);
    }
}
