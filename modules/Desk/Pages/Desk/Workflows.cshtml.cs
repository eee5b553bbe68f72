using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>The workflows: which version is in force, how much runs, whether somebody is writing a draft.</summary>
[Authorize(Permissions.ViewWorkflows)]
internal sealed class WorkflowsModel(WorkflowParts parts, WorkflowSight sight) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<Row> rows = [];

        foreach (var subjects in parts.Subjects)
        {
            var counts = await subjects.CountAsync(null, ct);

            foreach (var name in subjects.Workflows)
            {
                if (await sight.ReadAsync(name.Name, null, ct) is { } sheet)
                {
                    rows.Add(Row.Of(sheet, counts));
                }
            }
        }

        Rows = rows;
    }

    /// <param name="Running">What stands in no last state.</param>
    /// <param name="Older">Of these, by an older version.</param>
    /// <param name="Changes">How much the draft changes.</param>
    internal sealed record Row(WorkflowSheet Sheet, int Running, int Older, int Changes)
    {
        public static Row Of(WorkflowSheet sheet, IReadOnlyList<Standing> counts)
        {
            var last = sheet.Newest.Rules.States.Where(s => s.Final).Select(s => s.Name).ToHashSet();
            var running = counts.Where(c => c.Workflow == sheet.Name.Name && !last.Contains(c.State)).ToList();
            return new(
                sheet, running.Sum(c => c.Count), running.Where(c => c.Number != sheet.Newest.Number).Sum(c => c.Count),
                sheet.Draft is { } draft ? WorkflowComparison.Of(sheet.Newest.Rules, draft.Rules).Count : 0);
        }
    }
}
