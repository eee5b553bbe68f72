namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>How people ordered entries that the ladder could not part.</summary>
/// <param name="Way"><see cref="Vote"/> or <see cref="Lot"/>.</param>
/// <param name="Order">The entries, best first. It counts only for a tie of exactly these.</param>
internal sealed record Settlement(string Way, IReadOnlyList<string> Order)
{
    public const string Vote = "vote";
    public const string Lot = "lot";
}

/// <summary>Entries that stand together, and what parted them from the others of their score; nothing did when they are still tied.</summary>
internal sealed record Rung(IReadOnlyList<Tally> Entries, string? SettledBy);

/// <summary>What decides between equal scores, step by step: the higher mean level of a criterion; after the last step a recorded vote or lot.</summary>
internal sealed class TieLadder(Weights weights, IReadOnlyList<string> steps, IReadOnlyList<Settlement> settlements)
{
    /// <summary>What is said of an entry whose score nobody else has.</summary>
    public const string Score = "score";

    private readonly int[] _criteria = [.. steps.Select(weights.At)];

    /// <summary>Entries of one score, in order. A rung of several is a tie that nothing settled.</summary>
    public IEnumerable<Rung> Order(IReadOnlyList<Tally> equals) => Order(equals, 0, Score);

    private IEnumerable<Rung> Order(IReadOnlyList<Tally> equals, int step, string partedBy)
    {
        if (equals.Count == 1)
        {
            return [new(equals, partedBy)];
        }

        return step == steps.Count
            ? Settled(equals)
            : Ranking.BestFirst(equals, t => t.Mean(_criteria[step])).SelectMany(same => Order(same, step + 1, same.Count < equals.Count ? steps[step] : partedBy));
    }

    private IEnumerable<Rung> Settled(IReadOnlyList<Tally> equals)
    {
        var byEntry = equals.ToDictionary(t => t.Entry);
        var settlement = settlements.LastOrDefault(s => s.Order.Count == equals.Count && s.Order.All(byEntry.ContainsKey));

        // Without a settlement they share their place; the order inside it is only that of the list.
        return settlement is null
            ? [new([.. equals.OrderBy(t => t.Entry, StringComparer.Ordinal)], SettledBy: null)]
            : settlement.Order.Select(e => new Rung([byEntry[e]], settlement.Way));
    }
}
