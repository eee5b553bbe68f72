using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>What the committee found of an entry, for its group: nothing before the announcement.</summary>
[Authorize(Permissions.ViewVerdict)]
internal sealed class VerdictModel(AppDb db, CurrentUser user) : PageModel
{
    public Entry Entry { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public bool IsAnnounced => Cycle.AnnouncedAt is not null;
    public IReadOnlyList<VerdictView> Verdicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().JudgedFor(user).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
        {
            return NotFound();
        }

        (Entry, Cycle) = (entry, await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == entry.CycleId, ct));

        if (IsAnnounced)
        {
            var rounds = await db.Set<Round>().AsNoTracking().WithEntry(id).Where(r => r.CycleId == entry.CycleId && r.State == RoundState.Resolved).OrderBy(r => r.Number).ToListAsync(ct);
            Verdicts = [.. rounds.Select(r => VerdictView.Of(r, id)).OfType<VerdictView>()];
        }

        return Page();
    }
}
