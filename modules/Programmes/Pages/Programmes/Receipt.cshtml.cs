using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>The receipt of a submission: what arrived at the Department, and when to the second.</summary>
[Authorize(Permissions.View)]
internal sealed class ReceiptModel(AppDb db, CurrentUser user) : PageModel
{
    public Entry Entry { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == id && e.SubmittedAt != null, ct) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == entry.CycleId, ct);
        return Page();
    }
}
