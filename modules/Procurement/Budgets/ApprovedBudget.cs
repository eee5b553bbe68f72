using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Procurement.Purchases;

namespace CommunityBusinessNetwork.Procurement.Budgets;

/// <summary>
/// The money of one entry as it may be spent: the cut of its plan that is its award, one purchase per line.
/// It keeps the sums, so two orders in one instant cannot together exceed the award.
/// </summary>
public sealed class ApprovedBudget : Entity
{
    private readonly List<Purchase> _purchases = [];

    private ApprovedBudget()
    {
    }

    /// <exception cref="InvalidOperationException">The lines are not the award.</exception>
    internal ApprovedBudget(Award award, DateOnly allottedOn, IReadOnlyList<ApprovedLine> lines)
    {
        if (Money.Sum(lines.Select(l => l.Amount)) != award.Amount)
        {
            throw new InvalidOperationException($"The approved lines of entry {award.EntryId} are not its award of {award.Amount}.");
        }

        (EntryId, CycleId, AreaPath, ProvinceCode, TierCode) = (award.EntryId, award.CycleId, award.AreaPath, award.ProvinceCode, award.TierCode);
        (AwardSatang, AllottedOn) = (award.AmountSatang, allottedOn);
        _purchases.AddRange(lines.Select(l => new Purchase(this, l)));
        Record(new BudgetApproved(CycleId, EntryId, award.Amount, lines.Count));
    }

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string AreaPath { get; private set; } = "";
    public string ProvinceCode { get; private set; } = "";
    public string TierCode { get; private set; } = "";

    /// <summary>The award as SQL sums it.</summary>
    public long AwardSatang { get; private set; }

    /// <summary>No order is older than this.</summary>
    public DateOnly AllottedOn { get; private set; }

    /// <summary>What the orders come to, the paid ones by what was paid.</summary>
    public long OrderedSatang { get; private set; }

    public long PaidSatang { get; private set; }

    /// <summary>When the last line was paid or given up.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When the award was taken back; nothing is bought any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>One per line, in no particular order.</summary>
    public IReadOnlyList<Purchase> Purchases => _purchases;

    public Money Award => new(AwardSatang);
    public Money Ordered => new(OrderedSatang);
    public Money Paid => new(PaidSatang);

    /// <summary>What goes back when everything is done: the award without what was paid.</summary>
    public Money Balance => Award - Paid;

    /// <summary>What may still be ordered.</summary>
    public Money Free => Award - Ordered;

    public Area Area => new(AreaPath);

    internal void Commit(Money amount) => OrderedSatang += amount.Satang;

    internal void Release(Money amount) => OrderedSatang -= amount.Satang;

    /// <summary>An order of that amount was settled with what was paid; the rest is free again.</summary>
    internal void Settle(Money ordered, Money paid)
    {
        OrderedSatang += paid.Satang - ordered.Satang;
        PaidSatang += paid.Satang;
    }

    /// <summary>Says so when nothing is left to do.</summary>
    internal void FinishIfDone(DateTimeOffset now)
    {
        if (DoneAt is null && _purchases.All(p => p.IsDone))
        {
            DoneAt = now;
            Record(new PurchasesDone(CycleId, EntryId, Paid, Balance));
        }
    }

    internal void Withdraw(string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Record(new BudgetWithdrawn(CycleId, EntryId, Paid) { Reason = reason });
        }
    }
}

/// <summary>The cut of a plan became the budget that may be spent.</summary>
public sealed record BudgetApproved(Guid CycleId, Guid EntryId, Money Award, int Lines) : DomainEvent;

/// <summary>Every line of an entry is paid or given up.</summary>
/// <param name="Returned">What goes back to the state.</param>
public sealed record PurchasesDone(Guid CycleId, Guid EntryId, Money Paid, Money Returned) : DomainEvent;

/// <summary>The award was taken back: nothing is bought any more.</summary>
/// <param name="Paid">What had been paid by then and is to be claimed back.</param>
public sealed record BudgetWithdrawn(Guid CycleId, Guid EntryId, Money Paid) : DomainEvent;
