using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>One transition of the draft: who, from where to where, by when, what must be true and what follows.</summary>
[Authorize(Permissions.ManageWorkflows)]
internal sealed class WorkflowWayModel(AppDb db, WorkflowSight sight, WorkflowWords words, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public TypedWay Input { get; set; } = new();

    public string? Key { get; private set; }
    public WorkflowSheet Sheet { get; private set; } = null!;

    /// <summary>As it stands in the draft; null for a new one.</summary>
    public WorkflowTransition? Way { get; private set; }

    public CodedTransition? Coded => Way is null ? null : sight.Coded(Sheet.Name.Name, Way.Name);

    /// <summary>The roles that there are, and those that the rules name.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<string> Guards => [.. sight.Vocabulary.Guards.Union(Input.Guards)];
    public IReadOnlyList<string> Effects => [.. sight.Vocabulary.Effects.Union(Input.Effects)];
    public IEnumerable<SelectListItem> States => [new("–", ""), .. Sheet.Working.States.Select(s => new SelectListItem(WorkflowWords.Label(s), s.Name))];
    public IEnumerable<SelectListItem> Dues => [new(text["desk.no-date"], ""), .. sight.Vocabulary.Due.Distinct().Select(d => new SelectListItem(words.Due(d), d))];

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(string name, string? key, CancellationToken ct)
    {
        if (!await LoadAsync(name, key, ct))
        {
            return NotFound();
        }

        Version = Sheet.DraftVersion;
        Input = Way is { } known ? TypedWay.Of(known) : new();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string? key, [FromServices] ChangeWay change, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await change.RunAsync(new(name, Version), key, Input, ct);

            if (outcome.Succeeded)
            {
                this.Say("desk.flow-saved");
                return RedirectToPage("/Desk/WorkflowDraft", new { name });
            }

            ModelState.Add(outcome, text);
        }

        return await LoadAsync(name, key, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string name, string key, [FromServices] RemoveWay remove, CancellationToken ct)
    {
        var outcome = await remove.RunAsync(new(name, Version), key, ct);

        if (outcome.Succeeded)
        {
            this.Say("desk.flow-saved");
            return RedirectToPage("/Desk/WorkflowDraft", new { name });
        }

        ModelState.Clear();
        ModelState.Add(outcome, text);

        if (!await LoadAsync(name, key, ct))
        {
            return NotFound();
        }

        Input = TypedWay.Of(Way!);
        return Page();
    }

    private async Task<bool> LoadAsync(string name, string? key, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, null, ct) is not { } sheet)
        {
            return false;
        }

        (Sheet, Key) = (sheet, key);
        Way = key is null ? null : sheet.Working.Keyed().Where(k => k.Key == key).Select(k => k.Way).FirstOrDefault();
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(ct);
        Roles = [.. Kernel.Access.Roles.All.Where(r => r != Kernel.Access.Roles.Anonymous && roles.Contains(r)), .. roles.Except(Kernel.Access.Roles.All), .. (Way?.Roles ?? []).Except(roles)];
        return key is null || Way is not null;
    }
}
