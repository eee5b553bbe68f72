using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>Panels and rounds of the newest cycle, as the Department sees them.</summary>
[Authorize(Permissions.ViewRounds)]
internal sealed class AdminRoundsModel(AppDb db, CurrentUser user) : PageModel
{
    public Cycle? Cycle { get; private set; }
    public IReadOnlyList<Panel> Panels { get; private set; } = [];
    public IReadOnlyList<Row> Rounds { get; private set; } = [];
    public bool MayOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        MayOpen = user.May(Permissions.Opening, Area.Nation);
        Cycle = await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

        if (Cycle is null)
        {
            return;
        }

        Panels = await db.Set<Panel>().AsNoTracking().Where(p => p.CycleId == Cycle.Id).OrderBy(p => p.AppointedOn).ToListAsync(ct);
        Rounds = await db.Set<Round>().AsNoTracking().VisibleTo(user).Where(r => r.CycleId == Cycle.Id).OrderBy(r => r.Number)
            .Select(r => new Row(
                r.Id,
                r.Name,
                r.State,
                r.OpenedAt,
                r.Contenders.Count(c => c.WithdrawnReason == null),
                db.Set<ScoreSheet>().Count(s => s.RoundId == r.Id && s.State == SheetState.Final),
                db.Set<ScoreSheet>().Count(s => s.RoundId == r.Id && s.State != SheetState.Recused && s.Contender.WithdrawnReason == null)))
            .ToListAsync(ct);
    }

    internal sealed record Row(Guid Id, string Name, RoundState State, DateTimeOffset OpenedAt, int Entries, int Done, int All);
}
