using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>What closing would decide, and what stands against it.</summary>
[Authorize(Permissions.Lead)]
internal sealed class CloseModel(AppDb db, CurrentUser user, CloseRound closeRound, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    public Round Round { get; private set; } = null!;
    public BoardView Board { get; private set; } = null!;
    public IReadOnlyList<Problem> Obstacles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await closeRound.RunAsync(new(id, Version), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.closed");
            return RedirectToPage("/Screening/Board", new { id });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().LedBy(user).Whole().SingleOrDefaultAsync(r => r.Id == id && r.State == RoundState.Discussion, ct);

        if (round is null)
        {
            return false;
        }

        (Round, Version) = (round, round.Version);
        ModelState.Remove(nameof(Version));
        Board = BoardView.Of(round, user);
        Obstacles = round.WhyNotClosable(round.Rank());
        return true;
    }
}
