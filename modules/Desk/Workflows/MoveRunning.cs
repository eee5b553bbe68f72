using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>Everything of one version that stands in one state.</summary>
internal sealed record RunningGroup(int Number, string State);

/// <summary>
/// Moves what runs to other rules of its workflow, on purpose and with a reason: all that was chosen or nothing.
/// What stands in a state that those rules do not know is named, and stays.
/// </summary>
internal sealed class MoveRunning(AppDb db, CurrentUser user, WorkflowParts parts)
{
    private const int MostNamed = 10;

    public sealed record Input(string Workflow, int To, IReadOnlyList<RunningGroup> Groups, string? Reason);

    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        var rules = user.May(Permissions.ManagingWorkflows)
            ? await db.Set<WorkflowDefinition>().AsNoTracking().SingleOrDefaultAsync(w => w.Name == input.Workflow && w.Number == input.To, ct)
            : null;

        if (rules is null || parts.Find(input.Workflow) is not { Subjects: var subjects })
        {
            return Outcome<int>.From(Outcome.NotFound);
        }

        List<IWorkflowSubject> chosen = [];

        foreach (var group in input.Groups.Distinct().Where(g => g.Number != input.To))
        {
            chosen.AddRange(await subjects.StandingAsync(input.Workflow, group.Number, group.State, ct));
        }

        if (Check(input, rules.Rules.AsRun(), chosen) is { Count: > 0 } problems)
        {
            return Outcome<int>.From(Outcome.Refused(problems));
        }

        foreach (var subject in chosen)
        {
            subject.GoBy(input.To, input.Reason!.Trim());
        }

        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? chosen.Count : Outcome<int>.From(saved);
    }

    private static List<Problem> Check(Input input, WorkflowRules rules, List<IWorkflowSubject> chosen)
    {
        List<Problem> problems = [];
        var homeless = chosen.Where(s => rules.States.All(known => known.Name != s.State)).ToList();

        if (chosen.Count == 0)
        {
            problems.Add(new("desk.flow-move-none", "Groups"));
        }

        if (homeless.Count > 0)
        {
            problems.Add(new(
                "desk.flow-move-no-state", "Groups",
                ("count", homeless.Count), ("number", input.To), ("names", string.Join(", ", homeless.Take(MostNamed).Select(s => s.Title)) + (homeless.Count > MostNamed ? " …" : ""))));
        }

        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            problems.Add(new("workflow.reason-missing", "Reason"));
        }

        return problems;
    }
}
