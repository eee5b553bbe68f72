using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>One member's marks for one entry as the ranking reads them.</summary>
/// <param name="Levels">In the order of the rubric; null where the member has no opinion, which is not zero.</param>
internal sealed record Ballot(string Entry, IReadOnlyList<int?> Levels);

/// <summary>The ballots of one entry, counted: for each criterion the sum of the levels given and how many gave one.</summary>
internal sealed class Tally(string entry, int criteria)
{
    private readonly int[] _sums = new int[criteria];
    private readonly int[] _given = new int[criteria];

    public string Entry => entry;
    public int Ballots { get; private set; }

    /// <summary>The criteria, by their place in the rubric, on which nobody has an opinion.</summary>
    public IEnumerable<int> WithoutOpinion => Enumerable.Range(0, criteria).Where(c => _given[c] == 0);

    /// <exception cref="ArgumentException">The ballot is not of this rubric, or a level is not 0 to 5.</exception>
    public void Add(Ballot ballot)
    {
        if (ballot.Levels.Count != criteria || ballot.Levels.Any(l => l is < 0 or > Weights.HighestLevel))
        {
            throw new ArgumentException($"The ballot for {entry} has other criteria or levels than the rubric.", nameof(ballot));
        }

        Ballots++;

        for (var c = 0; c < criteria; c++)
        {
            if (ballot.Levels[c] is { } level)
            {
                _sums[c] += level;
                _given[c]++;
            }
        }
    }

    /// <summary>The mean level of a criterion.</summary>
    public Fraction Mean(int criterion) => new(_sums[criterion], _given[criterion]);

    /// <summary>Σ weight ÷ 5 × (sum of the levels given ÷ number of levels given), exact.</summary>
    public Fraction Score(Weights weights)
    {
        // Criteria with the same number of opinions share a denominator: mostly there is only one.
        var byGiven = Enumerable.Range(0, criteria).GroupBy(c => _given[c], c => (long)weights.PointsPerLevel[c] * _sums[c]);
        return byGiven.Select(g => new Fraction(g.Sum(), g.Key)).Aggregate((left, right) => left + right);
    }
}
