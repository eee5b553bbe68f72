using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>The draft of a workflow: what it changes, in words and marked in the drawing, whether it can run, and the acts upon it.</summary>
[Authorize(Permissions.ManageWorkflows)]
internal sealed class WorkflowDraftModel(WorkflowSight sight, IPersonNames people, Localizer text) : PageModel
{
    /// <summary>Of the draft that the form was written on.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public WorkflowSheet Sheet { get; private set; } = null!;
    public WorkflowComparison Changes { get; private set; } = null!;
    public IReadOnlyList<WorkflowFinding> Findings { get; private set; } = [];
    public FlowPicture Picture { get; private set; } = null!;
    public WayTable Ways { get; private set; } = null!;

    /// <summary>Who wrote the draft last.</summary>
    public string Author { get; private set; } = "";

    public IReadOnlyList<WorkflowState> Stops => [.. Sheet.Working.States.Where(s => s.Optional)];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct) => await LoadAsync(name, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(string name, int number, [FromServices] PublishDraft publish, CancellationToken ct)
    {
        var outcome = await publish.RunAsync(new(name, Version), number, Comment, ct);

        if (!outcome.Succeeded)
        {
            return await ShowAsync(name, outcome, ct);
        }

        this.Say("desk.flow-published");
        return RedirectToPage("/Desk/Workflow", new { name });
    }

    public async Task<IActionResult> OnPostDiscardAsync(string name, [FromServices] DiscardDraft discard, CancellationToken ct)
        => await DoneAsync(name, await discard.RunAsync(new(name, Version), ct), "desk.flow-discarded", ct);

    public async Task<IActionResult> OnPostStopAsync(string name, string state, bool on, [FromServices] SwitchStop switchStop, CancellationToken ct)
        => await DoneAsync(name, await switchStop.RunAsync(new(name, Version), state, on, ct), "desk.flow-saved", ct);

    private async Task<IActionResult> DoneAsync(string name, Outcome outcome, string said, CancellationToken ct)
    {
        if (!outcome.Succeeded)
        {
            return await ShowAsync(name, outcome, ct);
        }

        this.Say(said);
        return RedirectToPage(new { name });
    }

    private async Task<IActionResult> ShowAsync(string name, Outcome outcome, CancellationToken ct)
    {
        ModelState.Add(outcome, text);
        return outcome.Problems[0].Code != Outcome.NotFound.Problems[0].Code && await LoadAsync(name, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string name, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, null, ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Changes = WorkflowComparison.Of(sheet.Newest.Rules, sheet.Working);
        Findings = await sight.CheckAsync(name, sheet.Working, ct);
        var runs = await sheet.Subjects.RunsAsync(ct);
        Ways = new(sheet.Working, runs.Count > 0 ? runs[0] : null, name, Changes);
        Author = sheet.Draft?.AuthorId is { } author ? (await people.OfAsync([author], ct)).GetValueOrDefault(author) ?? author : text["desk.flow-by-recipe"];
        Draw(sheet);
        return true;
    }

    private void Draw(WorkflowSheet sheet)
    {
        var run = sheet.Working.AsRun();
        var before = sheet.Newest.Rules.AsRun();

        // In the drawing stops that are off are not there: what differs is asked of the rules as they run.
        var drawn = WorkflowComparison.Of(before, run);
        Picture = FlowPicture.Of(
            text["desk.flow-draft-of", ("workflow", text[sheet.Name.TextKey])],
            text["desk.flow-description", ("states", run.States.Count), ("ways", run.Transitions.Count)],
            run,
            state =>
            {
                var mark = drawn.States.FirstOrDefault(c => c.Key == state.Name) is { } change ? WayTable.Mark(change.Kind) : null;
                var label = WorkflowWords.Label(state);
                return new(
                    FlowPicture.LinesOf(state), null, $"~/admin/workflows/{sheet.Name.Name}/states/{state.Name}",
                    mark is null ? text["desk.flow-edit-state", ("state", label)] : text["desk.flow-edit-state-marked", ("state", label), ("mark", text[mark])], mark);
            },
            drawn.Ways.Where(c => c.Kind != WorkflowDifference.Removed).Select(c => c.Key).ToHashSet());
    }
}
