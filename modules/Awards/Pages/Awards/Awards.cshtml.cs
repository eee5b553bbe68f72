using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Pages.Awards;

[Authorize(Permissions.View)]
internal sealed class AwardsModel(AppDb db, CurrentUser user, AnnounceResults announce, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    public Cycle? Cycle { get; private set; }
    public Announcement? Announcement { get; private set; }

    /// <summary>What announcing will do; null once it is done.</summary>
    public Preview? Preview { get; private set; }

    public AwardMoney Money { get; private set; } = null!;
    public IReadOnlyList<AwardRow> Awards { get; private set; } = [];
    public IReadOnlyList<Allotment> Allotments { get; private set; } = [];

    public bool MayAnnounce => user.MayAnnounce();
    public bool MayAllot => user.MayAllot();

    public string TierName(string code) => Cycle?.Rules.Tier(code) is { } tier ? Localizer.Choose(tier.NameTh, tier.NameEn) : code;

    public bool IsTop(string code) => Cycle?.Rules.Tiers[0].Code == code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Version = Announcement?.Version ?? 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        if (Cycle is null)
        {
            return NotFound();
        }

        var outcome = await announce.RunAsync(new(Cycle.Id, Version), ct);

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say("awards.done-announced");
            return RedirectToPage();
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Cycle = await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(c => c.OpenedAt != null, ct);

        if (Cycle is null)
        {
            return;
        }

        Announcement = await db.Set<Announcement>().AsNoTracking().SingleOrDefaultAsync(a => a.CycleId == Cycle.Id, ct);
        Preview = Announcement is { AnnouncedAt: null } ready && user.May(Permissions.ViewAwards, Area.Nation) ? await Preview.OfAsync(db, ready, Cycle, ct) : null;
        Money = await AwardMoney.OfCycleAsync(db, Cycle.Id, ct);
        Awards = await AwardRow.OfCycleAsync(db, user, Cycle.Id, ct);
        Allotments = await db.Set<Allotment>().AsNoTracking().Where(a => a.CycleId == Cycle.Id).OrderBy(a => a.MadeAt).ToListAsync(ct);
    }
}
