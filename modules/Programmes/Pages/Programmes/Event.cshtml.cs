using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>A province officer plans when and where officials meet a group.</summary>
[Authorize(Permissions.Arrange)]
internal sealed class EventModel(AppDb db, CurrentUser user, PlanEvent planEvent, Localizer l) : PageModel
{
    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public TimeOnly? Start { get; set; }

    [BindProperty]
    public TimeOnly? End { get; set; }

    [BindProperty]
    public string? PlaceTh { get; set; }

    public Entry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var planned = await db.Set<GroupEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.EntryId == id, ct);
        (Date, Start, End) = (planned?.Date, planned?.Start ?? new(8, 30), planned?.End ?? new(16, 30));
        PlaceTh = planned?.PlaceTh ?? l["programmes.at-the-office", ("group", Entry.GroupNameTh)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Missing() is { Count: > 0 } missing)
        {
            ModelState.Add(Outcome.Refused(missing), l);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await planEvent.RunAsync(new(id, Date!.Value, Start!.Value, End!.Value, PlaceTh ?? ""), ct);

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Programmes/Entry", new { id });
        }

        ModelState.Add(outcome, l);
        return Page();
    }

    private List<Problem> Missing()
    {
        List<Problem> missing = [];
        missing.AddRange(Date is null ? [new("fields.required", nameof(Date))] : []);
        missing.AddRange(Start is null ? [new("fields.required", nameof(Start))] : []);
        missing.AddRange(End is null ? [new("fields.required", nameof(End))] : []);
        return missing;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        Entry = (await db.Set<Entry>().AsNoTracking().ArrangedBy(user).SingleOrDefaultAsync(e => e.Id == id, ct))!;
        return Entry is not null;
    }
}
