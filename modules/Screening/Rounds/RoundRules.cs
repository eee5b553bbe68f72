using System.Text.Json.Serialization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>What a level means for a criterion.</summary>
internal sealed record LevelText(int Level, string Th, string En)
{
    [JsonIgnore]
    public string Text => Localizer.Choose(Th, En);
}

/// <summary>One line of the rubric. A weight is a multiple of 5, so the points of every level are whole.</summary>
internal sealed record Criterion(string Code, int Weight, string NameTh, string NameEn, IReadOnlyList<LevelText> Levels)
{
    [JsonIgnore]
    public string Name => Localizer.Choose(NameTh, NameEn);

    public int Points(int level) => Weight * level / Weights.HighestLevel;
}

/// <summary>The rules of one round, copied from the cycle when it opened and never changed.</summary>
/// <param name="Bands">The places that are given, from the top.</param>
/// <param name="BelowAll">The outcome of everybody below the last line.</param>
/// <param name="LotSeed">Published with the opening, before anybody has marked; a lot is drawn from it.</param>
/// <param name="OrderSeed">From it follows the order in which each member gets her sheets.</param>
/// <param name="Blind">While members mark, they are not told whose entry it is.</param>
internal sealed record RoundRules(
    IReadOnlyList<Criterion> Criteria, IReadOnlyList<string> Ladder, IReadOnlyList<Band> Bands, string BelowAll, string LotSeed, string OrderSeed, bool Blind = false)
{
    private static readonly int[] LevelsThatNeedAReason = [0, 1, Weights.HighestLevel];

    [JsonIgnore]
    public Weights Weights => new([.. Criteria.Select(c => new Weight(c.Code, c.Weight))]);

    public static bool NeedsReason(int? level) => level is { } given && LevelsThatNeedAReason.Contains(given);

    /// <summary>What the member can mend. A mark our own form could not have sent is a fault, so it throws.</summary>
    public IReadOnlyList<Problem> Check(IReadOnlyList<Mark> marks)
    {
        if (marks.DistinctBy(m => m.Criterion).Count() != marks.Count)
        {
            throw new InvalidOperationException("Two marks for one criterion.");
        }

        return [.. marks.SelectMany(Check)];
    }

    /// <summary>Whether every criterion has a level or a "no opinion".</summary>
    public bool IsComplete(IReadOnlyCollection<Mark> marks) => marks.Count == Criteria.Count;

    /// <summary>The points of the levels given.</summary>
    public int Points(IEnumerable<Mark> marks) => marks.Sum(m => m.Level is { } level ? Of(m).Points(level) : 0);

    /// <summary>The points that could have been given where there was an opinion: 100 when there was one on everything.</summary>
    public int PointsOf(IEnumerable<Mark> marks) => marks.Sum(m => m.Level is null ? 0 : Of(m).Weight);

    private IEnumerable<Problem> Check(Mark mark)
    {
        var criterion = Of(mark);

        if (mark.Level is < 0 or > Weights.HighestLevel)
        {
            yield return new("screening.level-out-of-range", criterion.Code, ("criterion", criterion.Code), ("highest", Weights.HighestLevel));
        }
        else if (NeedsReason(mark.Level) && string.IsNullOrWhiteSpace(mark.Reason))
        {
            yield return new("screening.reason-missing", criterion.Code, ("criterion", criterion.Code), ("level", mark.Level!));
        }
    }

    private Criterion Of(Mark mark) => Criteria.SingleOrDefault(c => c.Code == mark.Criterion)
        ?? throw new InvalidOperationException($"The rubric has no criterion {mark.Criterion}.");
}
