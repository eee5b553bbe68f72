using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>One version of a workflow with what stands around it.</summary>
/// <param name="Shown">The version that the page is about.</param>
/// <param name="Newest">The version in force.</param>
/// <param name="Draft">What somebody is writing; null where nobody is.</param>
internal sealed record WorkflowSheet(WorkflowName Name, IWorkflowSubjects Subjects, WorkflowDefinition Shown, WorkflowDefinition Newest, WorkflowDraft? Draft)
{
    public long DraftVersion => Draft?.Version ?? 0;

    /// <summary>The rules that a change begins from.</summary>
    public WorkflowRules Working => Draft?.Rules ?? Newest.Rules;

    public SeenDraft Seen => new(Name.Name, DraftVersion);
}

/// <summary>Reads workflows for the pages.</summary>
internal sealed class WorkflowSight(AppDb db, WorkflowParts parts, IRoleHolders holders)
{
    /// <param name="number">Of the version to show; null for the one in force.</param>
    /// <returns>Null when there is no such workflow or version.</returns>
    public async Task<WorkflowSheet?> ReadAsync(string name, int? number, CancellationToken ct)
    {
        if (parts.Find(name) is not { } known || await db.NewestWorkflowAsync(name, ct) is not { } newest)
        {
            return null;
        }

        var shown = number is null || number == newest.Number
            ? newest
            : await db.Set<WorkflowDefinition>().AsNoTracking().SingleOrDefaultAsync(w => w.Name == name && w.Number == number, ct);
        return shown is null
            ? null
            : new(known.Name, known.Subjects, shown, newest, await db.Set<WorkflowDraft>().AsNoTracking().SingleOrDefaultAsync(w => w.Name == name, ct));
    }

    /// <summary>What is wrong with rules, or doubtful, errors first.</summary>
    public async Task<IReadOnlyList<WorkflowFinding>> CheckAsync(string workflow, WorkflowRules rules, CancellationToken ct)
        => [.. WorkflowCheck.Of(workflow, rules, parts.Vocabulary with { Holders = await holders.CountAsync(ct) }).OrderByDescending(f => f.Refuses)];

    /// <summary>The message that says what the application or an act of its own does with a transition; null for one that is taken by hand.</summary>
    public CodedTransition? Coded(string workflow, string transition) => parts.Vocabulary.Coded.FirstOrDefault(c => c.Workflow == workflow && c.Name == transition);

    public WorkflowVocabulary Vocabulary => parts.Vocabulary;
}
