using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Overviews;

/// <summary>Step 4 on the dashboard: what was awarded and what is allotted.</summary>
internal sealed class AwardFigures(AppDb db, TimeProvider time) : IFigures
{
    private const int Step = 4;

    public async Task<Figures> ForAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.May(Permissions.ViewAwards, Area.Nation)
            || await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(c => c.OpenedAt != null, ct) is not { } cycle)
        {
            return Kernel.Dashboard.Figures.None;
        }

        var money = await AwardMoney.OfCycleAsync(db, cycle.Id, ct);
        var due = cycle.Rules.Due(DueDates.Allot).Date;
        return new()
        {
            Steps =
            [
                new(Step, "awards.step", money.Allotments, cycle.AnnouncedAt is null ? cycle.Rules.ShortlistCount : money.Awards, due)
                {
                    IsNow = money.Allotments < money.Awards,
                },
            ],
            Money = [new(MoneyKind.Awarded, money.Awarded, money.Awards), new(MoneyKind.Allotted, money.Allotted, money.Allotments)],
            Late = money.Waiting > Money.Zero && time.Today() > due
                ? [new(time.Today().DayNumber - due.DayNumber, "", "awards.late-allotment", [("count", money.Awards - money.Allotments), ("sum", money.Waiting)], "awards.department", "/admin/awards")]
                : [],
            LateTotal = money.Waiting > Money.Zero && time.Today() > due ? 1 : 0,
        };
    }
}
