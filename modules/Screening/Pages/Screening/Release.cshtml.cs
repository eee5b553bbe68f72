using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The chair goes on without the sheets that a member has not locked.</summary>
[Authorize(Permissions.Lead)]
internal sealed class ReleaseModel(AppDb db, CurrentUser user, ReleaseSheet releaseSheet, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Member { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Round Round { get; private set; } = null!;
    public PanelSeat Seat { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var outcome = await releaseSheet.RunAsync(new(id, Member, Reason), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.released");
            return RedirectToPage("/Screening/Board", new { id });
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().LedBy(user).Include(r => r.Panel).SingleOrDefaultAsync(r => r.Id == id, ct);

        if (round?.Panel.Scorers.SingleOrDefault(s => s.UserId == Member) is not { } seat)
        {
            return false;
        }

        (Round, Seat) = (round, seat);
        return true;
    }
}
