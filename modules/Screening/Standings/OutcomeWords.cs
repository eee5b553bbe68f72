using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Screening.Standings;

internal static class OutcomeWords
{
    /// <summary>The outcome of a place in words: the tier's name, or what the round says of those without one.</summary>
    public static string Outcome(this Localizer text, CycleRules rules, string code)
        => rules.Tier(code) is { } tier ? Localizer.Choose(tier.NameTh, tier.NameEn) : text[$"screening.outcome-{code}"];
}
