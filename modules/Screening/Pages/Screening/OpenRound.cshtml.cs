using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The Department opens the next round of the newest cycle.</summary>
[Authorize(Permissions.OpenRound)]
internal sealed class OpenRoundModel(AppDb db, OpenRound openRound, Localizer text) : PageModel
{
    [BindProperty]
    public Guid PanelId { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? LotSeed { get; set; }

    [BindProperty]
    public bool Blind { get; set; }

    public Cycle Cycle { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Panels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Number = await db.Set<Round>().CountAsync(r => r.CycleId == Cycle.Id, ct) + 1;
        Name = text["screening.round-name", ("number", Number)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var outcome = await openRound.RunAsync(new(Cycle.Id, Number, PanelId, Name, LotSeed, Blind), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.round-opened");
            return RedirectToPage("/Screening/AdminRounds");
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

        if (cycle is null)
        {
            return false;
        }

        Cycle = cycle;
        var panels = await db.Set<Panel>().AsNoTracking().Where(p => p.CycleId == cycle.Id).OrderByDescending(p => p.AppointedOn).ToListAsync(ct);
        Panels = [.. panels.Select(p => new SelectListItem(text["screening.panel-of", ("number", p.OrderNumber), ("chair", p.Chair.Name)], p.Id.ToString()))];
        return true;
    }
}
