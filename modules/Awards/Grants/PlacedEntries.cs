using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Awards.Grants;

internal static class PlacedEntries
{
    /// <summary>States in which an entry has lost its place.</summary>
    public static readonly IReadOnlyList<string> Out = [EntryStates.Withdrawn, EntryStates.Disqualified];

    /// <summary>Those that were neither withdrawn nor disqualified.</summary>
    public static IQueryable<Entry> StillIn(this IQueryable<Entry> entries) => entries.Where(e => !Out.Contains(e.State));
}
