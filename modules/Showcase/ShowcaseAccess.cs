using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Showcase;

/// <summary>Which rows the public may reach: nothing but the rules of a cycle before its announcement, no entry that lost its place, no draft.</summary>
internal static class ShowcaseAccess
{
    public static IQueryable<Cycle> Announced(this IQueryable<Cycle> cycles) => cycles.Where(c => c.AnnouncedAt != null);

    /// <summary>Of these the public knows the rules.</summary>
    public static IQueryable<Cycle> CallingForPlans(this IQueryable<Cycle> cycles) => cycles.Where(c => c.OpenedAt != null && c.AnnouncedAt == null);

    /// <summary>Those who hold a place. A withdrawn or disqualified entry is not among them.</summary>
    public static IQueryable<Entry> Placed(this IQueryable<Entry> entries)
        => entries.Where(e => e.TierCode != null && EntryStates.Placed.Contains(e.State));

    public static IQueryable<ContentItem> Public(this IQueryable<ContentItem> items) => items.Where(i => i.Published);
}
