using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Announcements;

/// <summary>What announcing will do, before it is done.</summary>
/// <param name="LeftOut">Places whose entry is no longer in.</param>
internal sealed record Preview(IReadOnlyList<TierSum> Tiers, int LeftOut)
{
    public int Count => Tiers.Sum(t => t.Count);
    public Money Total => Money.Sum(Tiers.Select(t => t.Sum));

    public static async Task<Preview> OfAsync(AppDb db, Announcement announcement, Cycle cycle, CancellationToken ct)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == cycle.Id).StillIn().Select(e => e.Id).ToListAsync(ct);
        var standing = announcement.Places.Where(p => entries.Contains(p.EntryId)).ToList();
        return new(
            [.. cycle.Rules.Tiers.Select(t => new TierSum(t, standing.Count(p => p.TierCode == t.Code)))],
            announcement.Places.Count - standing.Count);
    }
}

/// <summary>So many awards of a tier.</summary>
internal sealed record TierSum(Tier Tier, int Count)
{
    public Money Sum => new(Tier.Award.Satang * Count);
}
