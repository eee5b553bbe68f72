using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>A province names the group for its slot, out of the groups of the province.</summary>
[Authorize(Permissions.Nominate)]
internal sealed class NominateModel(AppDb db, CurrentUser user, NominateGroup nominate, Localizer l) : PageModel
{
    private const int Most = 300;

    [BindProperty]
    public string? GroupItemId { get; set; }

    public Province Province { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = string.IsNullOrEmpty(GroupItemId)
            ? Outcome<Guid>.From(Outcome.Refused("fields.required", nameof(GroupItemId)))
            : await nominate.RunAsync(id, GroupItemId, ct);

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Programmes/Entry", new { id = outcome.Value });
        }

        ModelState.Add(outcome, l);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Slot>().AsNoTracking().NominatableBy(user).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot)
        {
            return false;
        }

        Province = Provinces.Of(slot.ProvinceCode);
        Groups = await db.Set<GroupIndex>().AsNoTracking().Where(g => g.ProvinceCode == slot.ProvinceCode).OrderBy(g => g.SortKey).Take(Most)
            .Select(g => new SelectListItem($"{g.NameTh} ({g.DistrictTh})", g.ItemId)).ToListAsync(ct);
        return true;
    }
}
