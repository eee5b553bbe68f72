using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>A round at a glance: while it is open how far the sheets are, from the discussion on who stands where.</summary>
[Authorize(Permissions.ViewBoard)]
internal sealed class BoardModel(AppDb db, CurrentUser user, StartDiscussion startDiscussion, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    public Round Round { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;

    /// <summary>Null while nobody may see marks.</summary>
    public BoardView? Board { get; private set; }

    public IReadOnlyList<Progress> Members { get; private set; } = [];
    public bool Leads { get; private set; }
    public bool Runs { get; private set; }

    public int SheetsDone => Members.Sum(m => m.Done);
    public int SheetsAll => Members.Sum(m => m.All);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>Opens the discussion.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await startDiscussion.RunAsync(new(id, Version), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.discussion-begun");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().VisibleTo(user).Whole().SingleOrDefaultAsync(r => r.Id == id, ct);

        if (round is null)
        {
            return false;
        }

        (Round, Version) = (round, round.Version);
        ModelState.Remove(nameof(Version));
        Cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == round.CycleId, ct);
        Board = round.ShowsMarks() ? BoardView.Of(round, user) : null;
        Leads = await db.Set<Round>().LedBy(user).AnyAsync(r => r.Id == id, ct);
        Runs = await db.Set<Round>().RunBy(user).AnyAsync(r => r.Id == id, ct);
        Members = [.. round.Panel.Scorers.Select(s => Progress.Of(s, round.Contenders.VisibleTo(user)))];
        return true;
    }

    /// <summary>How far one member is.</summary>
    internal sealed record Progress(PanelSeat Seat, int Done, int All)
    {
        public static Progress Of(PanelSeat seat, IEnumerable<Contender> contenders)
        {
            var sheets = contenders.Where(c => c.TakesPart).SelectMany(c => c.Sheets).Where(s => s.MemberId == seat.UserId && s.State != SheetState.Recused).ToList();
            return new(seat, sheets.Count(s => s.IsSettled), sheets.Count);
        }
    }
}
