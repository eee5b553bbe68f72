using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>Something that goes through a workflow.</summary>
public interface IWorkflowSubject
{
    Guid Id { get; }

    /// <summary>The workflow's name.</summary>
    string Workflow { get; }

    /// <summary>The version of its rules that this one goes by.</summary>
    int WorkflowNumber { get; }

    string State { get; }
    Area Area { get; }

    /// <summary>By what name people know it.</summary>
    string Title { get; }

    /// <summary>Goes to the state and records it. Only <see cref="WorkflowEngine"/> calls this.</summary>
    void Enter(string state, string transition, string? reason, DateTimeOffset at);

    /// <summary>Goes by other rules of the same workflow from now on and records it. The caller has seen that they know its state.</summary>
    void GoBy(int number, string reason);
}

/// <summary>A workflow that a module runs.</summary>
/// <param name="TextKey">The message that names it.</param>
public sealed record WorkflowName(string Name, string TextKey);

/// <summary>One run through the workflows, such as a fiscal year.</summary>
/// <param name="Year">In the Buddhist Era.</param>
public sealed record WorkflowRun(Guid Id, int Year, IReadOnlyList<RunDue> Due);

/// <summary>A due date of a run: what transitions name as theirs.</summary>
/// <param name="TextKey">The message that says what is due.</param>
/// <param name="Until">The last day.</param>
public sealed record RunDue(string Key, string TextKey, DateOnly Until);

/// <summary>So many stand there, by these rules.</summary>
public sealed record Standing(string Workflow, int Number, string State, int Count);

/// <summary>What goes through workflows, for the pages that draw, count and move. Answered by the module that keeps it.</summary>
public interface IWorkflowSubjects
{
    /// <summary>In the order in which things go through them.</summary>
    IReadOnlyList<WorkflowName> Workflows { get; }

    /// <summary>The keys that a transition's due date can have.</summary>
    IReadOnlyList<string> DueKeys { get; }

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<WorkflowRun>> RunsAsync(CancellationToken ct);

    /// <summary>How many of those that this person may see stand where; of one run or of all.</summary>
    Task<IReadOnlyList<Standing>> CountAsync(Guid? run, CancellationToken ct);

    /// <summary>The page that lists those of a run who stand there.</summary>
    string ListUrl(WorkflowRun run, string workflow, string state);

    /// <summary>Those of one version of a workflow in one state, to be changed.</summary>
    Task<IReadOnlyList<IWorkflowSubject>> StandingAsync(string workflow, int number, string state, CancellationToken ct);
}

/// <summary>Something that must be true before a transition. Registered by name; the data says where it stands.</summary>
public interface IWorkflowGuard
{
    string Name { get; }

    /// <summary>What a person can mend; empty when the way is free.</summary>
    Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct);
}

/// <summary>Something that happens with a transition, in its transaction.</summary>
public interface IWorkflowEffect
{
    string Name { get; }

    Task RunAsync(IWorkflowSubject subject, CancellationToken ct);
}
