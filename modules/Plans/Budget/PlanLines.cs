using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Budget;

/// <summary>A line of an approved budget: what may be bought.</summary>
public sealed record ApprovedLine(
    Guid Id, int Seq, string Category, string Description, string Unit, decimal Quantity, Money UnitPrice, Money Amount, ProcurementKind Procurement);

/// <summary>Budgets as other modules read them.</summary>
public static class PlanLines
{
    /// <summary>
    /// The approved budget of an entry: the cut of the tier that round 2 gave it, in the order of the plan; nothing while it has no tier.
    /// The caller decides who may see it.
    /// </summary>
    public static async Task<IReadOnlyList<ApprovedLine>> ApprovedOfAsync(this AppDb db, Guid entryId, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == entryId && e.TierCode != null, ct);
        var plan = entry is null ? null : await db.Set<Plan>().AsNoTracking().Include(p => p.Lines).SingleOrDefaultAsync(p => p.EntryId == entryId, ct);

        if (entry is null || plan is null)
        {
            return [];
        }

        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == entry.CycleId).Select(c => c.Rules).SingleAsync(ct);
        return Approved(plan.Lines, rules.Tier(entry.TierCode)!, rules);
    }

    /// <summary>The cut of a tier as approved lines.</summary>
    /// <exception cref="InvalidOperationException">The cut is not the award: such a plan cannot have been submitted.</exception>
    internal static IReadOnlyList<ApprovedLine> Approved(IEnumerable<PlanBudgetLine> lines, Tier tier, CycleRules rules)
    {
        var largest = CutSums.Largest(rules);
        IReadOnlyList<ApprovedLine> approved =
        [
            .. lines.Where(l => tier == largest || l.Cuts.Contains(tier.Code)).OrderBy(l => l.Seq)
                .Select(l => new ApprovedLine(l.Id, l.Seq, l.Category, l.Description, l.Unit, l.Quantity!.Value, l.UnitPrice!.Value, l.Amount, l.Procurement)),
        ];
        var sum = Money.Sum(approved.Select(l => l.Amount));
        return sum == tier.Award ? approved : throw new InvalidOperationException($"The cut of {tier.Code} is {sum}, its award {tier.Award}.");
    }
}
