using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>Where an entry stands and why.</summary>
/// <param name="Rank">From 1; entries of an unsettled tie share it.</param>
/// <param name="SettledBy">"score", the criterion of the ladder that parted it from its equals, "vote" or "lot"; null while it is tied.</param>
/// <param name="LadderMeans">The mean level for each step of the ladder.</param>
internal sealed record Place(int Rank, string Entry, Fraction Score, int Ballots, string? SettledBy, IReadOnlyList<Fraction> LadderMeans)
{
    /// <summary>The sum of all totals where nobody abstained: score × ballots.</summary>
    public Fraction Total => new(checked(Score.Numerator * Ballots), Score.Denominator);
}

/// <summary>A criterion on which nobody has an opinion: the entry cannot be ranked.</summary>
internal sealed record Gap(string Entry, string Criterion);

/// <summary>The result of a ranking.</summary>
/// <param name="Places">Best first.</param>
/// <param name="Ties">The ties that nothing settled.</param>
/// <param name="Gaps">What keeps entries out of the places.</param>
internal sealed record Standing(IReadOnlyList<Place> Places, IReadOnlyList<IReadOnlyList<string>> Ties, IReadOnlyList<Gap> Gaps);

/// <summary>Ballots, weights and ladder become an order. Pure: the same input gives the same order, in whatever order it comes.</summary>
internal static class Ranking
{
    public static Standing Of(Weights weights, IReadOnlyList<string> ladder, IEnumerable<Ballot> ballots, params IReadOnlyList<Settlement> settlements)
    {
        var tallies = Count(weights, ballots);
        Gap[] gaps = [.. tallies.SelectMany(t => t.WithoutOpinion.Select(c => new Gap(t.Entry, weights.Criteria[c]))).OrderBy(g => g.Entry, StringComparer.Ordinal)];
        var scores = tallies.Where(t => !t.WithoutOpinion.Any()).ToDictionary(t => t, t => t.Score(weights));
        var steps = new TieLadder(weights, ladder, settlements);
        int[] ladderCriteria = [.. ladder.Select(weights.At)];
        List<Place> places = [];
        List<IReadOnlyList<string>> ties = [];

        foreach (var rung in BestFirst([.. scores.Keys], t => scores[t]).SelectMany(steps.Order))
        {
            var rank = places.Count + 1;
            places.AddRange(rung.Entries.Select(t => new Place(rank, t.Entry, scores[t], t.Ballots, rung.SettledBy, [.. ladderCriteria.Select(t.Mean)])));

            if (rung.Entries.Count > 1)
            {
                ties.Add([.. rung.Entries.Select(t => t.Entry)]);
            }
        }

        return new(places, ties, gaps);
    }

    /// <summary>Those of equal value together, the highest value first.</summary>
    internal static IEnumerable<IReadOnlyList<Tally>> BestFirst(IReadOnlyList<Tally> tallies, Func<Tally, Fraction> value)
        => tallies.GroupBy(value).OrderByDescending(g => g.Key).Select(g => g.ToList());

    private static IReadOnlyCollection<Tally> Count(Weights weights, IEnumerable<Ballot> ballots)
    {
        Dictionary<string, Tally> tallies = [];

        foreach (var ballot in ballots)
        {
            if (!tallies.TryGetValue(ballot.Entry, out var tally))
            {
                tallies.Add(ballot.Entry, tally = new(ballot.Entry, weights.Criteria.Count));
            }

            tally.Add(ballot);
        }

        return tallies.Values;
    }
}
