using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Plans.Budget;

/// <summary>What the lines of one tier's cut come to, beside what they must come to.</summary>
public sealed record CutSum(Tier Tier, Money Sum)
{
    /// <summary>What is missing; negative when it is too much.</summary>
    public Money Lacking => Tier.Award - Sum;

    public bool Fits => Sum == Tier.Award;
}

/// <summary>
/// The award is unknown while the plan is written, so one list of lines carries a cut for every tier (domain §5.3):
/// all lines are the largest tier's; a line names the other tiers whose cut it belongs to. Each cut must be its award, to the satang.
/// </summary>
public static class CutSums
{
    /// <summary>The lines of a tier's cut.</summary>
    public static IEnumerable<LineText> Of(this IEnumerable<LineText> lines, Tier tier, CycleRules rules)
        => tier == Largest(rules) ? lines : lines.Where(l => l.Cuts.Contains(tier.Code));

    /// <summary>Every tier's sum, the best tier first.</summary>
    public static IReadOnlyList<CutSum> Over(IReadOnlyList<LineText> lines, CycleRules rules)
        => [.. rules.Tiers.Select(t => new CutSum(t, Money.Sum(lines.Of(t, rules).Select(l => l.Amount))))];

    /// <summary>The tiers that lines name: all but the largest.</summary>
    public static IReadOnlyList<Tier> Named(CycleRules rules) => [.. rules.Tiers.Where(t => t != Largest(rules))];

    public static Tier Largest(CycleRules rules) => rules.Tiers.MaxBy(t => t.Award)!;
}
