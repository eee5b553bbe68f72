using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>How much of a round is read with it.</summary>
internal static class WholeRounds
{
    /// <summary>Everything that ranking it needs.</summary>
    public static IQueryable<Round> Whole(this IQueryable<Round> rounds) => rounds
        .Include(r => r.Panel)
        .Include(r => r.Settlements)
        .Include(r => r.Contenders).ThenInclude(c => c.Sheets)
        .AsSplitQuery();

    /// <summary>Of its entries that one alone, with its sheets: enough for what concerns no other.</summary>
    public static IQueryable<Round> WithEntry(this IQueryable<Round> rounds, Guid entryId) => rounds
        .Include(r => r.Contenders.Where(c => c.EntryId == entryId)).ThenInclude(c => c.Sheets)
        .AsSplitQuery();
}
