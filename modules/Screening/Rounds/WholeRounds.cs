using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>A round with everything that ranking it needs.</summary>
internal static class WholeRounds
{
    public static IQueryable<Round> Whole(this IQueryable<Round> rounds) => rounds
        .Include(r => r.Panel)
        .Include(r => r.Settlements)
        .Include(r => r.Contenders).ThenInclude(c => c.Sheets)
        .AsSplitQuery();
}
