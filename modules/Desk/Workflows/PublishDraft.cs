using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>The draft becomes the next version: what begins from now on goes by it, what runs keeps its own.</summary>
internal sealed class PublishDraft(AppDb db, CurrentUser user, WorkflowParts parts, TimeProvider time)
{
    /// <param name="number">The published version that the draft was compared with.</param>
    public async Task<Outcome<int>> RunAsync(SeenDraft seen, int number, string? comment, CancellationToken ct)
    {
        var newest = user.May(Permissions.ManagingWorkflows) ? await db.NewestWorkflowAsync(seen.Workflow, ct) : null;
        var draft = newest is null ? null : await db.WorkflowDraftAsync(seen.Workflow, ct);

        if (newest is null || draft is null)
        {
            return Outcome<int>.From(Outcome.NotFound);
        }

        if (draft.Version != seen.Version || newest.Number != number)
        {
            return Outcome<int>.From(Outcome.ChangedMeanwhile);
        }

        if (Check(draft, newest, comment) is { Count: > 0 } problems)
        {
            return Outcome<int>.From(Outcome.Refused(problems));
        }

        var next = newest.Number + 1;
        db.Add(new WorkflowDefinition(draft.Name, next, draft.Rules, new(user.Id, time.GetUtcNow(), comment!.Trim())));
        db.Remove(draft);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? next : Outcome<int>.From(saved);
    }

    private List<Problem> Check(WorkflowDraft draft, WorkflowDefinition newest, string? comment)
    {
        List<Problem> problems = [.. WorkflowCheck.Of(draft.Name, draft.Rules, parts.Vocabulary).Where(f => f.Refuses).Select(f => f.Problem)];

        if (WorkflowComparison.Of(newest.Rules, draft.Rules).IsEmpty)
        {
            problems.Add(new("desk.flow-nothing-new"));
        }

        if (string.IsNullOrWhiteSpace(comment))
        {
            problems.Add(new("desk.flow-comment-missing", "Comment"));
        }

        return problems;
    }
}

/// <summary>Throws the draft away; what is published stays.</summary>
internal sealed class DiscardDraft(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(SeenDraft seen, CancellationToken ct)
    {
        if (!user.May(Permissions.ManagingWorkflows) || await db.WorkflowDraftAsync(seen.Workflow, ct) is not { } draft)
        {
            return Outcome.NotFound;
        }

        if (draft.Version != seen.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        draft.Discard();
        db.Remove(draft);
        return await db.TrySaveAsync(user, ct);
    }
}
