using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>The home of one entry: where it stands, what comes next, and the ways to its rooms.</summary>
[Authorize(Permissions.View)]
internal sealed class EntryModel(
    AppDb db, CurrentUser user, WorkflowEngine workflows, IEnumerable<EntryLink> links, Localizer l) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public Entry Entry { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public GroupEvent? Event { get; private set; }
    public WorkflowState State { get; private set; } = null!;
    public EntryRow Row { get; private set; } = null!;
    public IReadOnlyList<EntryLink> Links { get; private set; } = [];

    /// <summary>The transitions that this person may take now.</summary>
    public IReadOnlyList<WorkflowTransition> Open { get; private set; } = [];

    /// <summary>What still stands between this entry and its submission.</summary>
    public IReadOnlyList<Problem> Missing { get; private set; } = [];

    public Province Province => Provinces.Of(Entry.ProvinceCode);
    public bool MayExtend => user.May(Permissions.RunCycle, Entry.Area) && EntryStates.NotYetIn.Contains(Entry.State);
    public bool MayArrange => user.May(Permissions.ArrangeEvents, Entry.Area);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Version = Entry.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(Guid id, [FromServices] SubmitEntry submit, CancellationToken ct)
        => await ShowAsync(id, await submit.RunAsync(id, Version, ct), ct);

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string transition, [FromServices] MoveEntry move, CancellationToken ct)
        => Transitions.IsByHand(transition) ? await ShowAsync(id, await move.RunAsync(id, transition, Reason, Version, ct), ct) : NotFound();

    public async Task<IActionResult> OnPostExtendAsync(Guid id, [FromServices] GrantExtension extend, CancellationToken ct)
    {
        if (Until is null)
        {
            ModelState.Add(Outcome.Refused("fields.required", nameof(Until)), l);
        }

        return ModelState.IsValid
            ? await ShowAsync(id, await extend.RunAsync(id, BangkokTime.EndOf(Until!.Value), Reason ?? "", Version, ct), ct)
            : await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<IActionResult> ShowAsync(Guid id, Outcome outcome, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, l);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        Cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == entry.CycleId, ct);
        Event = await db.Set<GroupEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.EntryId == id, ct);
        var rules = await workflows.RulesAsync(entry.Workflow, entry.WorkflowNumber, ct);
        (State, Row) = (rules.State(entry.State), EntryRow.Of(entry, Cycle, rules));
        Open = await workflows.OpenToAsync(entry, ct);
        Links = [.. links.Where(k => user.May(k.Permission, entry.Area) && (k.States.Count == 0 || k.States.Contains(entry.State))).OrderBy(k => k.Order)];
        Missing = Open.Any(t => t.Name == Transitions.Submit) ? await workflows.MissingAsync(entry, Transitions.Submit, ct) : [];
        return true;
    }
}
