using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Awards.Grants;

/// <summary>The money that an entry won by its tier. The state spends it for the group; it is never paid to the group (domain §1.4 T11).</summary>
public sealed class Award : Entity
{
    private readonly List<LedgerEntry> _ledger = [];

    private Award()
    {
    }

    internal Award(Entry entry, Tier tier, int rank, Posting posting)
    {
        (CycleId, EntryId, ProvinceCode, AreaPath) = (entry.CycleId, entry.Id, entry.ProvinceCode, entry.AreaPath);
        (TierCode, Rank, AmountSatang, AnnouncedAt) = (tier.Code, rank, tier.Award.Satang, posting.At);
        _ledger.Add(new(this, LedgerKind.Award, Amount, posting));
        Record(new AwardMade(CycleId, EntryId, TierCode, Amount));
    }

    public Guid CycleId { get; private set; }
    public Guid EntryId { get; private set; }
    public string ProvinceCode { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public string TierCode { get; private set; } = "";

    /// <summary>The place in the round that gave the tier.</summary>
    public int Rank { get; private set; }

    /// <summary>The amount as SQL sums it.</summary>
    public long AmountSatang { get; private set; }

    public DateTimeOffset AnnouncedAt { get; private set; }
    public Guid? AllotmentId { get; private set; }

    /// <summary>The date of the allotment: from then on may be ordered.</summary>
    public DateOnly? AllottedOn { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    /// <summary>Every movement of this award's money, the oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => _ledger;

    public Money Amount => new(AmountSatang);
    public Area Area => new(AreaPath);

    internal Outcome Allot(Allotment allotment, Posting posting)
    {
        if (WithdrawnAt is not null)
        {
            return Outcome.Refused("awards.award-withdrawn", "Awards");
        }

        if (AllotmentId is not null)
        {
            return Outcome.Refused("awards.already-allotted", "Awards");
        }

        (AllotmentId, AllottedOn) = (allotment.Id, allotment.Date);
        _ledger.Add(new(this, LedgerKind.Allotment, Amount, posting));
        return Outcome.Done;
    }

    /// <summary>Takes the award back: what was booked is undone by counter-entries, nothing is erased.</summary>
    internal Outcome Withdraw(string? reason, Posting posting)
    {
        if (WithdrawnAt is not null)
        {
            return Outcome.Refused("awards.award-withdrawn");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("workflow.reason-missing", "Reason");
        }

        (WithdrawnAt, WithdrawalReason) = (posting.At, reason.Trim());
        _ledger.AddRange([.. _ledger.OrderByDescending(l => l.Kind).Select(l => new LedgerEntry(this, l, posting))]);
        Record(new AwardWithdrawn(CycleId, EntryId, TierCode, Amount, AllottedOn is not null) { Reason = WithdrawalReason });
        return Outcome.Done;
    }
}

/// <summary>An entry won money.</summary>
public sealed record AwardMade(Guid CycleId, Guid EntryId, string TierCode, Money Amount) : DomainEvent;

/// <summary>An award was taken back after the announcement.</summary>
/// <param name="WasAllotted">Whether an allotment was reversed with it.</param>
public sealed record AwardWithdrawn(Guid CycleId, Guid EntryId, string TierCode, Money Amount, bool WasAllotted) : DomainEvent;
