using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Pages.Awards;

[Authorize(Permissions.View)]
internal sealed class AwardLedgerModel(AppDb db, CurrentUser user, WithdrawAward withdraw, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Award Award { get; private set; } = null!;
    public string GroupName { get; private set; } = "";
    public IReadOnlyList<LedgerEntry> Ledger => [.. Award.Ledger.OrderBy(l => l.At).ThenBy(l => l.Id)];
    public bool MayWithdraw => Award.WithdrawnAt is null && user.May(Permissions.AnnounceResults, Award.Area);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Version = Award.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await withdraw.RunAsync(new(id, Version, Reason), ct);

        if (outcome.Succeeded)
        {
            this.Say("awards.done-withdrawn");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return outcome != Outcome.NotFound && await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Award>().AsNoTracking().VisibleTo(user).Include(a => a.Ledger).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } award)
        {
            return false;
        }

        Award = award;
        GroupName = await db.Set<Entry>().Where(e => e.Id == award.EntryId).Select(e => e.GroupNameTh).SingleAsync(ct);
        return true;
    }
}
