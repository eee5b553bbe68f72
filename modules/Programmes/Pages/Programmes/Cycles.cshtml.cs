using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>The cycles with their rules; the Department opens one.</summary>
[Authorize(Permissions.Slots)]
internal sealed class CyclesModel(AppDb db, OpenCycle openCycle, Localizer l) : PageModel
{
    private const int Most = 20;

    public IReadOnlyList<Cycle> Cycles { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, long version, CancellationToken ct)
    {
        var outcome = await openCycle.RunAsync(id, version, ct);

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Programmes/Slots");
        }

        ModelState.Add(outcome, l);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
        => Cycles = await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).Take(Most).ToListAsync(ct);
}
