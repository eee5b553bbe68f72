using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>What stands in the box of a state.</summary>
/// <param name="Count">How many stand there; null where nothing is counted.</param>
/// <param name="Name">All of it in words, for whoever hears it.</param>
/// <param name="MarkKey">The message that says that it is new or changed; null where it is as it was.</param>
internal sealed record FlowSign(IReadOnlyList<string> Lines, int? Count, string Url, string Name, string? MarkKey = null, bool IsLast = false);

/// <summary>A workflow as the page draws it.</summary>
/// <param name="Words">Of the transitions, by their keys.</param>
/// <param name="Changed">The keys of transitions that are new or changed.</param>
internal sealed record FlowPicture(
    string Title, string Description, FlowLayout Layout, IReadOnlyDictionary<string, FlowSign> Signs, IReadOnlyDictionary<string, string> Words, IReadOnlySet<string> Changed)
{
    private const int BoxWords = 19;
    private const int ArrowWords = 20;

    public static FlowPicture Of(string title, string description, WorkflowRules run, Func<WorkflowState, FlowSign> sign, IReadOnlySet<string>? changed = null)
        => new(
            title, description, FlowLayout.Of(run), run.States.ToDictionary(s => s.Name, s => sign(s) with { IsLast = s.Final }),
            run.Keyed().ToDictionary(k => k.Key, k => FlowText.Short(WorkflowWords.Label(k.Way), ArrowWords)), changed ?? new HashSet<string>());

    public static IReadOnlyList<string> LinesOf(WorkflowState state) => FlowText.Lines(WorkflowWords.Label(state), BoxWords);
}
