using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>A member declares an interest.</summary>
[Authorize(Permissions.Score)]
internal sealed class RecuseModel(AppDb db, CurrentUser user, Recuse recuse, Localizer text) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public ScoreSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var outcome = await recuse.RunAsync(new(id, Reason), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.recused");
            return RedirectToPage("/Screening/Rounds");
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var sheet = await db.Set<ScoreSheet>().AsNoTracking().ScorableBy(user).SingleOrDefaultAsync(s => s.Id == id, ct);
        Sheet = sheet!;
        return sheet is not null;
    }
}
