using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>One state of the draft: its names, and whether it is a last one or a stop that can be left out.</summary>
[Authorize(Permissions.ManageWorkflows)]
internal sealed class WorkflowStateModel(WorkflowSight sight, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public TypedState Input { get; set; } = new();

    public WorkflowSheet Sheet { get; private set; } = null!;

    /// <summary>As it stands in the draft; null for a new one.</summary>
    public WorkflowState? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, string? state, CancellationToken ct)
    {
        if (!await LoadAsync(name, state, ct))
        {
            return NotFound();
        }

        Version = Sheet.DraftVersion;
        Input = Known is { } known ? TypedState.Of(known) : new();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string? state, [FromServices] ChangeState change, CancellationToken ct)
        => ModelState.IsValid ? await ShowAsync(name, state, await change.RunAsync(new(name, Version), state, Input, ct), ct) : await LoadAsync(name, state, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string name, string state, [FromServices] RemoveState remove, CancellationToken ct)
    {
        ModelState.Clear();
        var answer = await ShowAsync(name, state, await remove.RunAsync(new(name, Version), state, ct), ct);

        if (Known is { } known)
        {
            Input = TypedState.Of(known);
        }

        return answer;
    }

    private async Task<IActionResult> ShowAsync(string name, string? state, Outcome outcome, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say("desk.flow-saved");
            return RedirectToPage("/Desk/WorkflowDraft", new { name });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(name, state, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string name, string? state, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, null, ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Known = sheet.Working.States.FirstOrDefault(s => s.Name == state);
        return state is null || Known is not null;
    }
}
