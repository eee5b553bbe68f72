using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>What a group may know of one round: its own score, criterion by criterion, and the committee's words. No member, no other group, no rank.</summary>
/// <param name="Score">Of 100, exact.</param>
/// <param name="Sheets">How many members' sheets it is the mean of.</param>
internal sealed record VerdictView(string Round, string Result, Fraction Score, int Sheets, string? Words, IReadOnlyList<CriterionVerdict> Criteria)
{
    /// <summary>Null where the round has not ranked the entry.</summary>
    public static VerdictView? Of(Round round, Guid entryId)
    {
        if (round.Contenders.SingleOrDefault(c => c.EntryId == entryId) is not { Score: { } score, Result: { } result } contender)
        {
            return null;
        }

        Tally tally = new(contender.GroupCode, round.Rules.Criteria.Count);

        foreach (var sheet in contender.FinalSheets)
        {
            tally.Add(sheet.ToBallot(contender.GroupCode, round.Rules));
        }

        return new(
            round.Name, result, Fraction.Parse(score), tally.Ballots, contender.FeedbackWords,
            [.. round.Rules.Criteria.Select((c, at) => new CriterionVerdict(c.Code, c.Name, c.Weight, tally.Mean(at)))]);
    }
}

/// <summary>A criterion with the mean of the levels given.</summary>
internal sealed record CriterionVerdict(string Code, string Name, int Weight, Fraction Mean)
{
    /// <summary>The mean in points of the weight.</summary>
    public Fraction Points => new(checked(Mean.Numerator * Weight), checked(Mean.Denominator * Weights.HighestLevel));
}
