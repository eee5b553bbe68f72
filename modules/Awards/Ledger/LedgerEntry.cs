using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Awards.Ledger;

/// <summary>What a movement of money is. A kind stands at most once for an award.</summary>
public enum LedgerKind
{
    Award,
    Allotment,
    AwardReversal,
    AllotmentReversal,
}

/// <summary>By what paper, by whom and when money was moved.</summary>
/// <param name="Reference">The SHA-256 of the resolution, or the number of the allotment.</param>
internal sealed record Posting(string Reference, string By, DateTimeOffset At)
{
    public const string Withdrawal = "withdrawal";
}

/// <summary>One movement of an award's money. Rows are only ever added: a movement is undone by a counter-entry.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    internal LedgerEntry(Award award, LedgerKind kind, Money amount, Posting posting)
    {
        (CycleId, AwardId, EntryId, Kind, AmountSatang) = (award.CycleId, award.Id, award.EntryId, kind, amount.Satang);
        (Reference, By, At) = (posting.Reference, posting.By, posting.At);
    }

    /// <summary>The counter-entry of another one.</summary>
    internal LedgerEntry(Award award, LedgerEntry reversed, Posting posting)
        : this(award, reversed.Kind == LedgerKind.Award ? LedgerKind.AwardReversal : LedgerKind.AllotmentReversal, -reversed.Amount, posting)
        => ReversesId = reversed.Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CycleId { get; private set; }
    public Guid AwardId { get; private set; }
    public Guid EntryId { get; private set; }
    public LedgerKind Kind { get; private set; }

    /// <summary>The amount as SQL sums it; a counter-entry's is negative.</summary>
    public long AmountSatang { get; private set; }

    public string Reference { get; private set; } = "";

    /// <summary>The movement that this one undoes.</summary>
    public Guid? ReversesId { get; private set; }

    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public Money Amount => new(AmountSatang);
}
