using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>What a person typed about a transition.</summary>
internal sealed record TypedWay
{
    /// <summary>Only of a new one; the name of an old one stays.</summary>
    public string? Name { get; init; }

    public string? LabelTh { get; init; }
    public string? LabelEn { get; init; }
    public IReadOnlyList<string> From { get; init; } = [];
    public string? To { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
    public string? Due { get; init; }
    public int? DueDays { get; init; }
    public bool NeedsReason { get; init; }
    public IReadOnlyList<string> Guards { get; init; } = [];
    public IReadOnlyList<string> Effects { get; init; } = [];

    public static TypedWay Of(WorkflowTransition way) => new()
    {
        Name = way.Name,
        LabelTh = way.LabelTh,
        LabelEn = way.LabelEn,
        From = way.From,
        To = way.To,
        Roles = way.Roles,
        Due = way.Due,
        DueDays = way.DueDays,
        NeedsReason = way.NeedsReason,
        Guards = way.Guards,
        Effects = way.Effects,
    };
}

/// <summary>Changes a transition in the draft, or adds one. Whether the rules can run as a whole is asked when they are published.</summary>
internal sealed class ChangeWay(DraftWriter drafts)
{
    private const int MostDays = 365;

    /// <param name="key">Of the transition; null adds one.</param>
    public Task<Outcome> RunAsync(SeenDraft seen, string? key, TypedWay typed, CancellationToken ct)
        => drafts.WriteAsync(
            seen,
            rules =>
            {
                var at = key is null ? rules.Transitions.Count : rules.Keyed().Select(k => k.Key).ToList().IndexOf(key);

                if (at < 0)
                {
                    return (null, []);
                }

                if (Check(typed, rules, isNew: key is null) is { Count: > 0 } problems)
                {
                    return (null, problems);
                }

                var way = WayOf(typed, key is null ? typed.Name!.Trim() : rules.Transitions[at].Name, rules);
                return (rules with { Transitions = [.. rules.Transitions.Take(at), way, .. rules.Transitions.Skip(at + 1)] }, []);
            },
            ct);

    private static List<Problem> Check(TypedWay typed, WorkflowRules rules, bool isNew)
    {
        List<Problem> problems = [];

        if (isNew && !WorkflowNames.IsName(typed.Name))
        {
            problems.Add(new("desk.flow-name-invalid", nameof(TypedWay.Name)));
        }

        if (string.IsNullOrWhiteSpace(typed.LabelTh))
        {
            problems.Add(new("forms.required", nameof(TypedWay.LabelTh)));
        }

        if (string.IsNullOrWhiteSpace(typed.LabelEn))
        {
            problems.Add(new("forms.required", nameof(TypedWay.LabelEn)));
        }

        if (!typed.From.Any(f => rules.States.Any(s => s.Name == f)))
        {
            problems.Add(new("desk.flow-from-missing", nameof(TypedWay.From)));
        }

        if (rules.States.All(s => s.Name != typed.To))
        {
            problems.Add(new("forms.required", nameof(TypedWay.To)));
        }

        if (typed.DueDays is < 1 or > MostDays)
        {
            problems.Add(new("desk.flow-days-invalid", nameof(TypedWay.DueDays), ("most", MostDays)));
        }

        return problems;
    }

    /// <summary>In the order of the rules, whatever the order in which boxes were ticked.</summary>
    private static WorkflowTransition WayOf(TypedWay typed, string name, WorkflowRules rules)
        => new(name, [.. rules.States.Select(s => s.Name).Where(typed.From.Contains)], typed.To!, [.. typed.Roles.Distinct()])
        {
            LabelTh = typed.LabelTh!.Trim(),
            LabelEn = typed.LabelEn!.Trim(),
            Due = string.IsNullOrEmpty(typed.Due) ? null : typed.Due,
            DueDays = typed.DueDays,
            NeedsReason = typed.NeedsReason,
            Guards = [.. typed.Guards.Distinct()],
            Effects = [.. typed.Effects.Distinct()],
        };
}

/// <summary>Takes a transition out of the draft.</summary>
internal sealed class RemoveWay(DraftWriter drafts)
{
    public Task<Outcome> RunAsync(SeenDraft seen, string key, CancellationToken ct)
        => drafts.WriteAsync(
            seen,
            rules => rules.Keyed().Any(k => k.Key == key) ? (rules with { Transitions = [.. rules.Keyed().Where(k => k.Key != key).Select(k => k.Way)] }, []) : (null, []),
            ct);
}
