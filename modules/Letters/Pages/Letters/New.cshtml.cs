using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>A province officer begins the letter about an event.</summary>
[Authorize(Permissions.Draft)]
internal sealed class NewModel(AppDb db, CurrentUser user, DraftLetterForEvent draft, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Event { get; set; }

    [BindProperty]
    public bool IsCircular { get; set; }

    [BindProperty]
    public string? Addressee { get; set; }

    public string Group { get; private set; } = "";
    public string Place { get; private set; } = "";
    public DateOnly Date { get; private set; }
    public TimeOnly Start { get; private set; }
    public TimeOnly End { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await draft.RunAsync(new(Event, IsCircular, Addressee), ct);

            if (outcome.Succeeded)
            {
                return RedirectToPage("/Letters/Letter", new { id = outcome.Value });
            }

            ModelState.Add(outcome, text);
        }

        return await LoadAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var happening = await db.Set<GroupEvent>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == Event, ct);
        var entry = happening is null ? null : await db.Set<Entry>().AsNoTracking().ArrangedBy(user).SingleOrDefaultAsync(e => e.Id == happening.EntryId, ct);

        if (happening is null || entry is null)
        {
            return false;
        }

        (Group, Place, Date, Start, End) = (entry.GroupNameTh, happening.PlaceTh, happening.Date, happening.Start, happening.End);
        return true;
    }
}
