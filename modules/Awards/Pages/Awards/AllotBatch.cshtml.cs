using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Pages.Awards;

[Authorize(Permissions.AllotMoney)]
internal sealed class AllotBatchModel(AppDb db, CurrentUser user, Allot allot, TimeProvider time, Localizer text) : PageModel
{
    [BindProperty]
    public Paper Input { get; set; } = new();

    /// <summary>The ids of the chosen awards.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Awards { get; set; } = [];

    public Cycle Cycle { get; private set; } = null!;
    public IReadOnlyList<AwardRow> Waiting { get; private set; } = [];
    public IReadOnlyList<AwardRow> Chosen => [.. Waiting.Where(a => Awards.Contains(a.Id))];
    public Money Sum => Money.Sum(Chosen.Select(a => a.Amount));
    public DateOnly Due => Cycle.Rules.Due(DueDates.Allot).Date;

    public string TierName(string code) => Cycle.Rules.Tier(code) is { } tier ? Localizer.Choose(tier.NameTh, tier.NameEn) : code;

    public bool IsTop(string code) => Cycle.Rules.Tiers[0].Code == code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Awards = [.. Waiting.Select(a => a.Id)];
        Input = new() { Date = time.Today() };
        return Page();
    }

    /// <summary>Adds up what is chosen; nothing is done yet.</summary>
    public async Task<IActionResult> OnPostSumAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await allot.RunAsync(new(Cycle.Id, Input.Number, Input.Date, Awards, Input.LateReason), ct);

        if (outcome.Succeeded)
        {
            this.Say("awards.done-allotted");
            return RedirectToPage("/Awards/Awards");
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!user.MayAllot() || await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(c => c.OpenedAt != null, ct) is not { } cycle)
        {
            return false;
        }

        Cycle = cycle;
        Waiting = [.. (await AwardRow.OfCycleAsync(db, user, cycle.Id, ct)).Where(a => a.IsWaiting)];
        return true;
    }

    /// <summary>What stands on the paper.</summary>
    public sealed class Paper
    {
        public string? Number { get; set; }
        public DateOnly? Date { get; set; }
        public string? LateReason { get; set; }
    }
}
