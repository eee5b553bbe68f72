using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>A recorded vote or lot that ordered entries which the ladder left tied.</summary>
internal sealed class TieSettlement
{
    private TieSettlement()
    {
    }

    internal TieSettlement(string way, IReadOnlyList<string> order, string? words, string decidedBy, DateTimeOffset decidedAt)
        => (Way, Order, Words, DecidedBy, DecidedAt) = (way, order, words, decidedBy, decidedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary><see cref="Settlement.Vote"/> or <see cref="Settlement.Lot"/>.</summary>
    public string Way { get; private set; } = "";

    /// <summary>The codes of the groups, best first.</summary>
    public IReadOnlyList<string> Order { get; private set; } = [];

    /// <summary>How the votes fell and why; for a lot it may be empty.</summary>
    public string? Words { get; private set; }

    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    public Settlement ToSettlement() => new(Way, Order);
}
