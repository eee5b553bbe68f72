using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Budgets;

/// <summary>A budget as lists show it.</summary>
/// <param name="LateLines">Lines with a step after the cycle's date.</param>
public sealed record BudgetRow(
    Guid EntryId, string GroupNameTh, string ProvinceCode, Money Award, Money Ordered, Money Paid, int Lines, int DoneLines, int LateLines, DateTimeOffset? DoneAt, DateTimeOffset? WithdrawnAt)
{
    public string ProvinceName => Localizer.Choose(Provinces.Of(ProvinceCode).NameTh, Provinces.Of(ProvinceCode).NameEn);

    public (string Kind, string TextKey) State
        => WithdrawnAt is not null ? ("error", "procurement.withdrawn")
            : DoneAt is not null ? ("done", "procurement.done")
            : Ordered > Money.Zero ? ("now", "procurement.at-work")
            : ("empty", "procurement.not-begun");
}

/// <summary>The budgets that a person sees, in Thai order of the groups' names.</summary>
public sealed record BudgetList(IReadOnlyList<BudgetRow> Rows)
{
    public int Late => Rows.Count(r => r.LateLines > 0);
    public Money Award => Money.Sum(Standing.Select(r => r.Award));
    public Money Ordered => Money.Sum(Standing.Select(r => r.Ordered));
    public Money Paid => Money.Sum(Standing.Select(r => r.Paid));

    private IEnumerable<BudgetRow> Standing => Rows.Where(r => r.WithdrawnAt is null);

    internal static async Task<BudgetList> OfAsync(AppDb db, CurrentUser user, CancellationToken ct)
    {
        var rows = await (
            from budget in db.Set<ApprovedBudget>().AsNoTracking().VisibleTo(user)
            join entry in db.Set<Entry>() on budget.EntryId equals entry.Id
            orderby entry.CycleId descending, entry.SortKey
            select new
            {
                Budget = budget,
                entry.GroupNameTh,
                Lines = budget.Purchases.Count,
                Done = budget.Purchases.Count(p => p.State == PurchaseState.Paid || p.State == PurchaseState.Cancelled),
            }).ToListAsync(ct);
        var late = await db.Set<Purchase>().AsNoTracking().VisibleTo(user).Select(p => new { p.EntryId, p.LateSteps }).ToListAsync(ct);
        var lateLines = late.Where(l => l.LateSteps.Count > 0).GroupBy(l => l.EntryId).ToDictionary(g => g.Key, g => g.Count());
        return new([.. rows.Select(r => new BudgetRow(
            r.Budget.EntryId, r.GroupNameTh, r.Budget.ProvinceCode, r.Budget.Award, r.Budget.Ordered, r.Budget.Paid, r.Lines, r.Done,
            lateLines.GetValueOrDefault(r.Budget.EntryId), r.Budget.DoneAt, r.Budget.WithdrawnAt))]);
    }
}
