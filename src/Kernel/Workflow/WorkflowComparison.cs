using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>What differs about a state or a transition.</summary>
public enum WorkflowDifference
{
    Added,
    Removed,
    Changed,
}

/// <summary>One thing of the rules that is different, with what it was and what it is.</summary>
/// <param name="Key">The state's name, or the transition's key.</param>
/// <param name="Fields">The names of the properties that differ; empty when it came or went.</param>
public sealed record StateChange(string Key, WorkflowDifference Kind, WorkflowState? Before, WorkflowState? After, IReadOnlyList<string> Fields);

/// <inheritdoc cref="StateChange"/>
public sealed record WayChange(string Key, WorkflowDifference Kind, WorkflowTransition? Before, WorkflowTransition? After, IReadOnlyList<string> Fields);

/// <summary>Two versions of rules beside each other: pure.</summary>
public sealed record WorkflowComparison(IReadOnlyList<StateChange> States, IReadOnlyList<WayChange> Ways)
{
    public bool IsEmpty => States.Count == 0 && Ways.Count == 0;

    public int Count => States.Count + Ways.Count;

    public static WorkflowComparison Of(WorkflowRules before, WorkflowRules after)
        => new(
            [.. Pairs(before.States.ToDictionary(s => s.Name), after.States.ToDictionary(s => s.Name))
                .Select(p => (p.Key, Kind: KindOf(p.Before, p.After), p.Before, p.After, Fields: Fields(p.Before, p.After)))
                .Where(c => c.Kind != WorkflowDifference.Changed || c.Fields.Count > 0)
                .Select(c => new StateChange(c.Key, c.Kind, c.Before, c.After, c.Fields))],
            [.. Pairs(before.Keyed().ToDictionary(k => k.Key, k => k.Way), after.Keyed().ToDictionary(k => k.Key, k => k.Way))
                .Select(p => (p.Key, Kind: KindOf(p.Before, p.After), p.Before, p.After, Fields: Fields(p.Before, p.After)))
                .Where(c => c.Kind != WorkflowDifference.Changed || c.Fields.Count > 0)
                .Select(c => new WayChange(c.Key, c.Kind, c.Before, c.After, c.Fields))]);

    /// <summary>The names of everything that is different, for the record.</summary>
    public IReadOnlyList<string> Names() => [.. States.Select(s => s.Key), .. Ways.Select(w => w.Key)];

    private static IEnumerable<(string Key, T? Before, T? After)> Pairs<T>(Dictionary<string, T> before, Dictionary<string, T> after)
        where T : class
        => after.Keys.Concat(before.Keys.Except(after.Keys)).Select(key => (key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)));

    private static WorkflowDifference KindOf(object? before, object? after)
        => before is null ? WorkflowDifference.Added : after is null ? WorkflowDifference.Removed : WorkflowDifference.Changed;

    private static List<string> Fields(WorkflowState? before, WorkflowState? after) => before is null || after is null ? [] :
        [.. Differing(
            (nameof(WorkflowState.LabelTh), before.LabelTh, after.LabelTh),
            (nameof(WorkflowState.LabelEn), before.LabelEn, after.LabelEn),
            (nameof(WorkflowState.Final), before.Final, after.Final),
            (nameof(WorkflowState.Optional), before.Optional, after.Optional),
            (nameof(WorkflowState.Off), before.Off, after.Off))];

    private static List<string> Fields(WorkflowTransition? before, WorkflowTransition? after) => before is null || after is null ? [] :
        [.. Differing(
            (nameof(WorkflowTransition.LabelTh), before.LabelTh, after.LabelTh),
            (nameof(WorkflowTransition.LabelEn), before.LabelEn, after.LabelEn),
            (nameof(WorkflowTransition.From), before.From, after.From),
            (nameof(WorkflowTransition.To), before.To, after.To),
            (nameof(WorkflowTransition.Roles), before.Roles, after.Roles),
            (nameof(WorkflowTransition.Due), before.Due, after.Due),
            (nameof(WorkflowTransition.DueDays), before.DueDays, after.DueDays),
            (nameof(WorkflowTransition.NeedsReason), before.NeedsReason, after.NeedsReason),
            (nameof(WorkflowTransition.Guards), before.Guards, after.Guards),
            (nameof(WorkflowTransition.Effects), before.Effects, after.Effects))];

    private static IEnumerable<string> Differing(params (string Name, object? Before, object? After)[] fields)
        => fields.Where(f => AppJson.Write(f.Before) != AppJson.Write(f.After)).Select(f => f.Name);
}
