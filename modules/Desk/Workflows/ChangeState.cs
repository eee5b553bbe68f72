using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>What a person typed about a state.</summary>
internal sealed record TypedState
{
    /// <summary>Only of a new one; the name of an old one stays.</summary>
    public string? Name { get; init; }

    public string? LabelTh { get; init; }
    public string? LabelEn { get; init; }
    public bool Final { get; init; }
    public bool Optional { get; init; }
    public bool Off { get; init; }

    public static TypedState Of(WorkflowState state)
        => new() { Name = state.Name, LabelTh = state.LabelTh, LabelEn = state.LabelEn, Final = state.Final, Optional = state.Optional, Off = state.Off };
}

/// <summary>Changes a state in the draft, or adds one.</summary>
internal sealed class ChangeState(DraftWriter drafts)
{
    /// <param name="name">Of the state; null adds one.</param>
    public Task<Outcome> RunAsync(SeenDraft seen, string? name, TypedState typed, CancellationToken ct)
        => drafts.WriteAsync(
            seen,
            rules =>
            {
                if (name is not null && rules.States.All(s => s.Name != name))
                {
                    return (null, []);
                }

                if (Check(typed, rules, isNew: name is null) is { Count: > 0 } problems)
                {
                    return (null, problems);
                }

                WorkflowState state = new(name ?? typed.Name!.Trim(), typed.LabelTh!.Trim(), typed.LabelEn!.Trim())
                {
                    Final = typed.Final, Optional = typed.Optional, Off = typed.Optional && typed.Off,
                };
                return (rules with { States = name is null ? [.. rules.States, state] : [.. rules.States.Select(s => s.Name == name ? state : s)] }, []);
            },
            ct);

    private static List<Problem> Check(TypedState typed, WorkflowRules rules, bool isNew)
    {
        List<Problem> problems = [];

        if (isNew && !WorkflowNames.IsName(typed.Name))
        {
            problems.Add(new("desk.flow-name-invalid", nameof(TypedState.Name)));
        }

        if (isNew && rules.States.Any(s => s.Name == typed.Name?.Trim()))
        {
            problems.Add(new("desk.flow-name-taken", nameof(TypedState.Name)));
        }

        if (string.IsNullOrWhiteSpace(typed.LabelTh))
        {
            problems.Add(new("forms.required", nameof(TypedState.LabelTh)));
        }

        if (string.IsNullOrWhiteSpace(typed.LabelEn))
        {
            problems.Add(new("forms.required", nameof(TypedState.LabelEn)));
        }

        return problems;
    }
}

/// <summary>Takes a state out of the draft, and out of every way that leaves it; a way to it shows as a fault until it leads elsewhere.</summary>
internal sealed class RemoveState(DraftWriter drafts)
{
    public Task<Outcome> RunAsync(SeenDraft seen, string name, CancellationToken ct)
        => drafts.WriteAsync(
            seen,
            rules => rules.States.Any(s => s.Name == name)
                ? (rules with
                {
                    States = [.. rules.States.Where(s => s.Name != name)],
                    Transitions = [.. rules.Transitions.Select(t => t with { From = [.. t.From.Where(f => f != name)] }).Where(t => t.From.Count > 0)],
                }, [])
                : (null, []),
            ct);
}

/// <summary>Switches an optional stop on or off in the draft: the district, the province.</summary>
internal sealed class SwitchStop(DraftWriter drafts)
{
    public Task<Outcome> RunAsync(SeenDraft seen, string state, bool on, CancellationToken ct)
        => drafts.WriteAsync(
            seen,
            rules => rules.States.Any(s => s.Name == state && s.Optional)
                ? (rules with { States = [.. rules.States.Select(s => s.Name == state ? s with { Off = !on } : s)] }, [])
                : (null, []),
            ct);
}
