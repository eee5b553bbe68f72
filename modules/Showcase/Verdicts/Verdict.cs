using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.Verdicts;

/// <summary>How a cycle was decided, for the public: no score stands by a name, and no judge is named.</summary>
/// <param name="Scores">The mean scores of the first round without names, highest first.</param>
/// <param name="Ladder">The criteria by which equal scores are told apart, in order.</param>
public sealed record Verdict(PublicCycle Cycle, IReadOnlyList<PublicScore> Scores, IReadOnlyList<string> Ladder, IReadOnlyList<SealedResolution> Resolutions, IReadOnlyList<int> OtherYears)
{
    /// <summary>How many scores lie in each band of ten points, from the top.</summary>
    public IEnumerable<(int From, int Count)> Bands()
        => Enumerable.Range(0, 10).Reverse().Select(ten => (ten * 10, Scores.Count(s => Math.Min(9, (int)(s.Score / 10)) == ten))).SkipWhile(b => b.Item2 == 0).Reverse().SkipWhile(b => b.Item2 == 0).Reverse();
}

/// <summary>The mean score of one plan, out of 100.</summary>
/// <param name="IsThrough">Whether the first round let it through.</param>
public sealed record PublicScore(double Score, bool IsThrough, PublicTier? Tier);

/// <summary>A resolution of the committee and the fingerprint of its record.</summary>
public sealed record SealedResolution(int Round, int Version, DateTimeOffset SealedAt, string Sha256)
{
    /// <summary>The fingerprint in groups of eight.</summary>
    public string Spaced => string.Join(' ', Sha256.Chunk(8).Select(c => new string(c)));
}
