using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Pages.Procurement;

[Authorize(Permissions.View)]
internal sealed class LinesModel(AppDb db, CurrentUser user, TimeProvider time) : PageModel
{
    public Entry Entry { get; private set; } = null!;

    /// <summary>Null while nothing is allotted.</summary>
    public ApprovedBudget? Budget { get; private set; }

    public IReadOnlyList<Purchase> Purchases => [.. Budget?.Purchases.OrderBy(p => p.Seq) ?? Enumerable.Empty<Purchase>()];
    public DateOnly Due { get; private set; }
    public int DaysLeft => Due.DayNumber - time.Today().DayNumber;

    /// <summary>Whether the next step of a purchase is this person's.</summary>
    public bool IsMine(Purchase purchase) => purchase.Next is { } next && Budget!.WithdrawnAt is null && user.MayTake(next, purchase);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);

        if (entry is null || !user.May(Permissions.ViewPurchases, entry.Area))
        {
            return NotFound();
        }

        Entry = entry;
        Budget = await db.Set<ApprovedBudget>().AsNoTracking().VisibleTo(user).Include(b => b.Purchases).SingleOrDefaultAsync(b => b.EntryId == id, ct);
        Due = (await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == entry.CycleId).Select(c => c.Rules).SingleAsync(ct)).Due(DueDates.Procure).Date;
        return Page();
    }
}
