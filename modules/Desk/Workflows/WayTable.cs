using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>The transitions as a page lists them.</summary>
/// <param name="Run">Whose dates are shown.</param>
/// <param name="EditName">The workflow's name where each row leads to its form; null where they are only read.</param>
/// <param name="Against">What they are compared with; null where nothing is marked.</param>
internal sealed record WayTable(WorkflowRules Rules, WorkflowRun? Run, string? EditName = null, WorkflowComparison? Against = null)
{
    /// <summary>The message that says how a transition differs.</summary>
    public string? MarkOf(string key) => Against?.Ways.FirstOrDefault(w => w.Key == key) is { } change ? Mark(change.Kind) : null;

    public static string Mark(WorkflowDifference kind) => kind switch
    {
        WorkflowDifference.Added => "desk.flow-new",
        WorkflowDifference.Removed => "desk.flow-gone",
        _ => "desk.flow-changed",
    };
}
