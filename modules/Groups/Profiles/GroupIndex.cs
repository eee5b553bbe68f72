using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>The columns by which groups are found: a row beside the latest version of each item of type Group.</summary>
public sealed class GroupIndex
{
    private GroupIndex()
    {
    }

    internal GroupIndex(string itemId) => ItemId = itemId;

    public string ItemId { get; private set; } = "";
    public string Code { get; private set; } = "";

    /// <summary>The last part of its public address.</summary>
    public string Slug { get; private set; } = "";

    public string NameTh { get; private set; } = "";
    public string? NameEn { get; private set; }
    public string SortKey { get; private set; } = "";
    public string ProvinceCode { get; private set; } = "";

    /// <summary>The key of the region, see <see cref="Provinces.Regions"/>.</summary>
    public string Region { get; private set; } = "";

    public string DistrictTh { get; private set; } = "";
    public string VillageTh { get; private set; } = "";
    public string BusinessType { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public bool Published { get; private set; }

    public Area Area => new(AreaPath);

    /// <param name="published">Whether the public reads any version of the item.</param>
    internal void Take(ContentItem item, bool published)
    {
        var group = item.As<GroupPart>() ?? throw new InvalidOperationException($"Item {item.ItemId} has no GroupPart.");
        (Code, ProvinceCode, DistrictTh, VillageTh) = (group.Code, group.ProvinceCode, group.DistrictTh, group.VillageTh);
        (NameTh, NameEn) = (item.DisplayText, item.As<TitlePart>()?.TitleEn);
        Slug = item.As<AutoroutePart>()?.Path.Split('/')[^1] ?? group.Code.ToLowerInvariant();
        SortKey = ThaiSort.Key(NameTh);
        Region = Provinces.Of(group.ProvinceCode).Region;
        (BusinessType, AreaPath, Published) = (group.FocusBusiness, item.AreaPath, published);
    }
}

internal sealed class GroupIndexTable : IEntityTypeConfiguration<GroupIndex>
{
    public void Configure(EntityTypeBuilder<GroupIndex> builder)
    {
        builder.ToTable("group_index").HasKey(g => g.ItemId);
        builder.HasIndex(g => g.Code).IsUnique();
        builder.HasIndex(g => g.Slug).IsUnique();
        builder.HasIndex(g => new { g.SortKey, g.ItemId });
        builder.HasIndex(g => g.ProvinceCode);
        builder.Ignore(g => g.Area);
    }
}

internal sealed class GroupIndexer : IContentIndexer
{
    public string ContentType => GroupItems.Type;

    public async Task IndexAsync(AppDb db, ContentItem latest, CancellationToken ct)
    {
        var row = await db.Set<GroupIndex>().FindAsync([latest.ItemId], ct);

        if (row is null)
        {
            row = new(latest.ItemId);
            db.Add(row);
        }

        // What this save itself publishes or takes away is not in the database yet, and is known by the tracked rows.
        row.Take(latest, latest.Published || (await db.Set<ContentItem>().Where(i => i.ItemId == latest.ItemId && i.Published).ToListAsync(ct)).Any(i => i.Published));
    }
}
