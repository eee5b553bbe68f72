namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>A state of a workflow with its name for people.</summary>
public sealed record WorkflowState(string Name, string LabelTh, string LabelEn)
{
    /// <summary>Nothing waits for anybody here.</summary>
    public bool Final { get; init; }
}

/// <summary>A way from one state to another: who, when and by which route. What must be true is in code, named by the guards.</summary>
/// <param name="From">The states it leaves from.</param>
/// <param name="Roles">Whoever holds one of these for the subject's area may go; empty means the application itself.</param>
public sealed record WorkflowTransition(string Name, IReadOnlyList<string> From, string To, IReadOnlyList<string> Roles)
{
    public required string LabelTh { get; init; }
    public required string LabelEn { get; init; }
    public IReadOnlyList<string> Guards { get; init; } = [];
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>The key of the cycle's due date by which it should be done; null when there is none.</summary>
    public string? Due { get; init; }

    /// <summary>Whoever goes must say why.</summary>
    public bool NeedsReason { get; init; }
}

/// <summary>A workflow as data: states and transitions; guards and effects by name.</summary>
public sealed record WorkflowRules(string Initial, IReadOnlyList<WorkflowState> States, IReadOnlyList<WorkflowTransition> Transitions)
{
    /// <exception cref="InvalidOperationException">There is no such state.</exception>
    public WorkflowState State(string name)
        => States.SingleOrDefault(s => s.Name == name) ?? throw new InvalidOperationException($"The workflow has no state {name}.");

    public WorkflowTransition? Transition(string name, string from) => Transitions.SingleOrDefault(t => t.Name == name && t.From.Contains(from));

    /// <summary>What is wrong with the rules, in words for whoever writes a recipe; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(IReadOnlyCollection<string> guards, IReadOnlyCollection<string> effects)
    {
        List<string> wrong = [];
        var names = States.Select(s => s.Name).ToHashSet();
        wrong.AddRange(names.Contains(Initial) ? [] : [$"initial state {Initial} is not among the states"]);
        wrong.AddRange(Transitions.SelectMany(t => t.From.Append(t.To).Where(s => !names.Contains(s)).Select(s => $"transition {t.Name}: no state {s}")));
        wrong.AddRange(Transitions.SelectMany(t => t.Guards.Where(g => !guards.Contains(g)).Select(g => $"transition {t.Name}: no guard {g}")));
        wrong.AddRange(Transitions.SelectMany(t => t.Effects.Where(e => !effects.Contains(e)).Select(e => $"transition {t.Name}: no effect {e}")));
        wrong.AddRange(States.Where(s => s.Name != Initial && Transitions.All(t => t.To != s.Name)).Select(s => $"state {s.Name} cannot be reached"));
        wrong.AddRange(States.Where(s => !s.Final && Transitions.All(t => !t.From.Contains(s.Name))).Select(s => $"state {s.Name} is a dead end"));
        return wrong;
    }
}
