using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>A workflow drawn and in words, with how many stand in each of its states; also an old version of it.</summary>
[Authorize(Permissions.ViewWorkflows)]
internal sealed class WorkflowModel(WorkflowSight sight, WorkflowWords words, CurrentUser user, TimeProvider time, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public WorkflowSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<WorkflowRun> Runs { get; private set; } = [];
    public WorkflowRun? Run { get; private set; }
    public IReadOnlyList<StateRow> States { get; private set; } = [];
    public IReadOnlyList<WorkflowFinding> Findings { get; private set; } = [];
    public FlowPicture Picture { get; private set; } = null!;

    /// <summary>How much the draft changes.</summary>
    public int Changes { get; private set; }

    /// <summary>How many of this run go by an older version and are not at their end.</summary>
    public int Older { get; private set; }

    public bool IsOld => Sheet.Shown.Number != Sheet.Newest.Number;
    public bool MayManage => user.May(Permissions.ManagingWorkflows);
    public int Total => States.Sum(s => s.Count);
    public IReadOnlyList<WorkflowState> Stops => [.. Sheet.Shown.Rules.States.Where(s => s.IsOff)];
    public WayTable Ways => new(Sheet.Shown.Rules.AsRun(), Run);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, Number, ct) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Runs = await sheet.Subjects.RunsAsync(ct);
        Run = Runs.FirstOrDefault(r => r.Year == Year) ?? (Runs.Count > 0 ? Runs[0] : null);
        var run = sheet.Shown.Rules.AsRun();
        var counts = Run is { } chosen ? (await sheet.Subjects.CountAsync(chosen.Id, ct)).Where(c => c.Workflow == name).ToList() : [];
        States = [.. run.States.Select(s => RowOf(s, run, counts, fromOlder: false)), .. Strangers(run, counts)];
        Older = counts.Where(c => c.Number != sheet.Newest.Number && !run.States.Any(s => s.Name == c.State && s.Final)).Sum(c => c.Count);
        Findings = await sight.CheckAsync(name, sheet.Shown.Rules, ct);
        Changes = sheet.Draft is { } draft ? WorkflowComparison.Of(sheet.Newest.Rules, draft.Rules).Count : 0;
        var title = text["desk.flow-picture", ("workflow", text[sheet.Name.TextKey])];
        Picture = FlowPicture.Of(title, text["desk.flow-description", ("states", run.States.Count), ("ways", run.Transitions.Count)], run, SignOf);
        return Page();
    }

    /// <summary>States that only an older version has, with what still stands there.</summary>
    private IEnumerable<StateRow> Strangers(WorkflowRules run, List<Standing> counts)
        => counts.Where(c => run.States.All(s => s.Name != c.State)).Select(c => c.State).Distinct()
            .Select(s => RowOf(Sheet.Shown.Rules.States.FirstOrDefault(known => known.Name == s) ?? new(s, s, s), run, counts, fromOlder: true));

    private StateRow RowOf(WorkflowState state, WorkflowRules run, List<Standing> counts, bool fromOlder)
    {
        var ways = run.Transitions.Where(t => t.From.Contains(state.Name) && !t.NeedsReason).ToList();
        var count = counts.Where(c => c.State == state.Name).Sum(c => c.Count);
        var due = Run?.Due.Where(d => ways.Any(w => w.Due == d.Key)).OrderBy(d => d.Until).FirstOrDefault();
        return new(
            state, count, Run is { } shown ? Sheet.Subjects.ListUrl(shown, Sheet.Name.Name, state.Name) : null,
            string.Join(", ", ways.SelectMany(w => w.Roles.Count > 0 ? w.Roles.Select(words.Role) : [text["desk.flow-application"]]).Distinct()),
            due is null ? null : count > 0 ? DueWords.Of(BangkokTime.EndOf(due.Until), time.GetUtcNow()) : new("empty", "desk.due-on", [("date", due.Until)]),
            fromOlder);
    }

    private FlowSign SignOf(WorkflowState state)
    {
        var row = States.Single(s => s.State.Name == state.Name);
        return new(
            FlowPicture.LinesOf(state), row.Count, row.Count > 0 && row.Url is { } url ? "~" + url : $"#s-{state.Name}",
            text["desk.flow-sign", ("state", WorkflowWords.Label(state)), ("count", row.Count)]);
    }

    /// <param name="Next">Who goes on from here.</param>
    /// <param name="FromOlder">Whether only an older version has it.</param>
    internal sealed record StateRow(WorkflowState State, int Count, string? Url, string Next, DueWords? Due, bool FromOlder);
}
