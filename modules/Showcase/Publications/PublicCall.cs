using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Showcase.Drawings;
using CommunityBusinessNetwork.Showcase.Home;

namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>What the public may know of a cycle that is open and not announced: its rules and dates, and nothing of those who take part.</summary>
/// <param name="Year">The fiscal year, Buddhist Era.</param>
/// <param name="Targeted">How many entries the cycle looks for.</param>
/// <param name="Shortlisted">How many the first round lets through.</param>
/// <param name="ClipLimit">The longest clip.</param>
public sealed record PublicCall(
    int Year, int Targeted, int Shortlisted, int Criteria, TimeSpan ClipLimit, DateOnly Submit, IReadOnlyList<PublicTier> Tiers, CycleCalendar Calendar)
{
    public Money Budget => Money.Sum(Tiers.Select(t => new Money(t.Award.Satang * t.Places)));

    /// <summary>The selection as the rules have it: as many threads as there are places, spread evenly and the tiers by turns.</summary>
    public IReadOnlyList<ThreadEnd> Threads
        => [.. Enumerable.Range(0, Targeted).Select(at => PlaceOf(at) == PlaceOf(at + 1) ? ThreadEnd.Cut : PlaceOf(at) % 2 == 0 ? ThreadEnd.First : ThreadEnd.Other)];

    private int PlaceOf(int at) => at * Shortlisted / Targeted;
}
