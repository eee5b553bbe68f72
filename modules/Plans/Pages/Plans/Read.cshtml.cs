using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Reading;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Pages.Plans;

/// <summary>A plan to read and print: what was submitted, or the draft while it is being written.</summary>
[Authorize(Permissions.View)]
internal sealed class ReadModel(AppDb db, CurrentUser user, PlanReader reader) : PageModel
{
    public Entry Entry { get; private set; } = null!;
    public PlanSheet? Sheet { get; private set; }
    public bool MayWrite => Entry.TakesChanges && user.May(Permissions.EditPlans, Entry.Area);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().ReadBy(user).SingleOrDefaultAsync(e => e.Id == id, ct);

        if (entry is null)
        {
            return NotFound();
        }

        Entry = entry;
        Sheet = entry.TakesChanges ? await reader.CurrentAsync(id, ct) : await reader.SubmittedAsync(id, FieldVisibility.Staff, blind: false, ct);
        return Page();
    }
}
