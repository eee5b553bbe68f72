namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>The weight of one criterion, in points of 100.</summary>
internal sealed record Weight(string Criterion, int Points);

/// <summary>The weights of a rubric in its order: multiples of 5 that add up to 100, so that the points of every level are whole.</summary>
internal sealed class Weights
{
    public const int HighestLevel = 5;
    private const int Whole = 100;

    /// <exception cref="ArgumentException">A weight is no multiple of 5, they do not add up to 100, or a criterion is there twice.</exception>
    public Weights(params IReadOnlyList<Weight> weights)
    {
        if (weights.Any(w => w.Points <= 0 || w.Points % HighestLevel != 0) || weights.Sum(w => w.Points) != Whole)
        {
            throw new ArgumentException("Weights are multiples of 5 and add up to 100.", nameof(weights));
        }

        if (weights.DistinctBy(w => w.Criterion).Count() != weights.Count)
        {
            throw new ArgumentException("Every criterion has one weight.", nameof(weights));
        }

        Criteria = [.. weights.Select(w => w.Criterion)];
        PointsPerLevel = [.. weights.Select(w => w.Points / HighestLevel)];
    }

    public IReadOnlyList<string> Criteria { get; }

    /// <summary>What one level of each criterion is worth.</summary>
    public IReadOnlyList<int> PointsPerLevel { get; }

    /// <summary>The place of a criterion in the rubric.</summary>
    /// <exception cref="ArgumentException">The rubric has no such criterion.</exception>
    public int At(string criterion)
    {
        var at = Criteria.ToList().IndexOf(criterion);
        return at >= 0 ? at : throw new ArgumentException($"The rubric has no criterion {criterion}.", nameof(criterion));
    }
}
