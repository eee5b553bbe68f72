using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>The draft as a form saw it.</summary>
/// <param name="Version">Of the draft; 0 where there was none.</param>
internal sealed record SeenDraft(string Workflow, long Version);

/// <summary>
/// Writes into the draft of a workflow, for every operation that changes one: the first change begins it from what is published.
/// Several people share it; whoever looked at an older version of it is told.
/// </summary>
internal sealed class DraftWriter(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="change">The new rules, or what is wrong; null where the thing to change is not there.</param>
    public async Task<Outcome> WriteAsync(SeenDraft seen, Func<WorkflowRules, (WorkflowRules? Rules, IReadOnlyList<Problem> Problems)> change, CancellationToken ct)
    {
        var published = user.May(Permissions.ManagingWorkflows) ? await db.NewestWorkflowAsync(seen.Workflow, ct) : null;

        if (published is null)
        {
            return Outcome.NotFound;
        }

        var draft = await db.WorkflowDraftAsync(seen.Workflow, ct);

        if ((draft?.Version ?? 0) != seen.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var (rules, problems) = change(draft?.Rules ?? published.Rules);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        if (rules is null)
        {
            return Outcome.NotFound;
        }

        if (draft is null)
        {
            draft = new(seen.Workflow);
            db.Add(draft);
        }

        draft.Write(rules, published.Rules, user.Id, time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }
}
