using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Overviews;

/// <summary>Step 5 on the dashboard: what is ordered, handed over, paid, and who is late.</summary>
internal sealed class PurchaseFigures(AppDb db, TimeProvider time) : IFigures
{
    private const int Step = 5;
    private const int Shown = 12;
    private static readonly PurchaseState[] WithTheGroup = [PurchaseState.HandedOver, PurchaseState.Paid, PurchaseState.Cancelled];

    public async Task<Figures> ForAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.May(Permissions.OverseePurchases, Area.Nation)
            || await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(c => c.OpenedAt != null, ct) is not { } cycle)
        {
            return Figures.None;
        }

        var budgets = db.Set<ApprovedBudget>().Where(b => b.CycleId == cycle.Id && b.WithdrawnAt == null);
        var sums = await budgets.GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            Done = g.Count(b => b.DoneAt != null),
            Begun = g.Count(b => b.OrderedSatang > 0),
            Paying = g.Count(b => b.PaidSatang > 0),
            Ordered = g.Sum(b => b.OrderedSatang),
            Paid = g.Sum(b => b.PaidSatang),
        }).SingleOrDefaultAsync(ct);
        var withTheGroup = await budgets.CountAsync(b => b.Purchases.All(p => WithTheGroup.Contains(p.State)), ct);
        var due = cycle.Rules.Due(DueDates.Procure).Date;
        var (late, lateTotal) = await LateAsync(budgets, due, ct);

        return new()
        {
            Steps = [new(Step, "procurement.step", sums?.Done ?? 0, sums?.All is { } all and > 0 ? all : cycle.Rules.ShortlistCount, due) { IsNow = sums is not null && sums.Done < sums.All }],
            Funnel =
            [
                new(50, "procurement.funnel-ordered", sums?.Begun ?? 0, "/admin/purchases"),
                new(60, "procurement.funnel-handed-over", withTheGroup, "/admin/purchases"),
                new(70, "procurement.funnel-paid", sums?.Done ?? 0, "/admin/purchases"),
            ],
            Money = [new(MoneyKind.Ordered, new(sums?.Ordered ?? 0), sums?.Begun ?? 0), new(MoneyKind.Paid, new(sums?.Paid ?? 0), sums?.Paying ?? 0)],
            Late = late,
            LateTotal = lateTotal,
        };
    }

    private async Task<(IReadOnlyList<LateRow>, int)> LateAsync(IQueryable<ApprovedBudget> budgets, DateOnly due, CancellationToken ct)
    {
        if (time.Today() <= due)
        {
            return ([], 0);
        }

        var open = budgets.Where(b => b.DoneAt == null);
        var rows = await open.OrderBy(b => b.PaidSatang).Take(Shown)
            .Select(b => new { b.EntryId, b.ProvinceCode, Open = b.Purchases.Count(p => p.State != PurchaseState.Paid && p.State != PurchaseState.Cancelled) }).ToListAsync(ct);
        var days = time.Today().DayNumber - due.DayNumber;
        return (
            [.. rows.Select(r => new LateRow(days, Name(r.ProvinceCode), "procurement.late-lines", [("count", r.Open)], "procurement.late-who", $"/my/entries/{r.EntryId}/purchases"))],
            await open.CountAsync(ct));
    }

    private static string Name(string code) => Localizer.Choose(Provinces.Of(code).NameTh, Provinces.Of(code).NameEn);
}
