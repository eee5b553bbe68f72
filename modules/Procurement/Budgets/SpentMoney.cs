using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Purchases;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Budgets;

/// <summary>A line of an entry's budget: planned beside ordered and paid.</summary>
/// <param name="Planned">As approved.</param>
/// <param name="Ordered">Null while nothing is ordered.</param>
/// <param name="Paid">Null while nothing is paid.</param>
public sealed record LineMoney(Guid LineId, int Seq, string Category, string Description, Money Planned, Money? Ordered, Money? Paid, PurchaseState State);

/// <summary>The money of one entry.</summary>
/// <param name="DoneAt">When every line was paid or given up.</param>
/// <param name="Lines">In the order of the plan.</param>
public sealed record EntryMoney(Guid EntryId, Money Award, DateOnly AllottedOn, Money Ordered, Money Paid, DateTimeOffset? DoneAt, IReadOnlyList<LineMoney> Lines)
{
    /// <summary>What goes back when everything is done.</summary>
    public Money Balance => Award - Paid;
}

/// <summary>The sums of one entry, without its lines.</summary>
public sealed record EntrySums(Guid EntryId, Money Award, Money Ordered, Money Paid, DateTimeOffset? DoneAt);

/// <summary>What was spent, as other modules read it. The caller decides who may see it. Withdrawn awards are not among it.</summary>
public static class SpentMoney
{
    /// <summary>Null while nothing is allotted to the entry.</summary>
    public static async Task<EntryMoney?> MoneyOfAsync(this AppDb db, Guid entryId, CancellationToken ct)
        => await db.Set<ApprovedBudget>().AsNoTracking().Include(b => b.Purchases).SingleOrDefaultAsync(b => b.EntryId == entryId && b.WithdrawnAt == null, ct) is { } budget
            ? new(
                entryId, budget.Award, budget.AllottedOn, budget.Ordered, budget.Paid, budget.DoneAt,
                [.. budget.Purchases.OrderBy(p => p.Seq).Select(p => new LineMoney(p.LineId, p.Seq, p.Category, p.Description, p.Planned, p.OrderAmount, p.PaidAmount, p.State))])
            : null;

    /// <summary>The sums of every entry of a cycle whose money is allotted.</summary>
    public static async Task<IReadOnlyList<EntrySums>> SumsOfCycleAsync(this AppDb db, Guid cycleId, CancellationToken ct)
        => await db.Set<ApprovedBudget>().AsNoTracking().Where(b => b.CycleId == cycleId && b.WithdrawnAt == null)
            .Select(b => new EntrySums(b.EntryId, new(b.AwardSatang), new(b.OrderedSatang), new(b.PaidSatang), b.DoneAt)).ToListAsync(ct);
}
