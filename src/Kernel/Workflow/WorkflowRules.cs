using System.Text.Json.Serialization;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>A state of a workflow with its name for people.</summary>
public sealed record WorkflowState(string Name, string LabelTh, string LabelEn)
{
    /// <summary>Nothing waits for anybody here.</summary>
    public bool Final { get; init; }

    /// <summary>A stop on the way that can be left out, such as the district between group and Department.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether an optional stop is left out: whoever would come here goes on at once.</summary>
    public bool Off { get; init; }

    [JsonIgnore]
    public bool IsOff => Optional && Off;
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

    /// <summary>So many days after the subject came to where it stands it should be done; null when that does not matter.</summary>
    public int? DueDays { get; init; }

    /// <summary>Whoever goes must say why: a way back or out.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Whether somebody is waited for to go this way. A way back or out waits for nobody.</summary>
    [JsonIgnore]
    public bool Waits => Roles.Count > 0 && !NeedsReason;
}

/// <summary>A workflow as data: states and transitions; guards and effects by name.</summary>
public sealed record WorkflowRules(string Initial, IReadOnlyList<WorkflowState> States, IReadOnlyList<WorkflowTransition> Transitions)
{
    /// <summary>The transitions with a key each: its name, and its number where several have that name ("withdraw", "withdraw.2").</summary>
    public IEnumerable<(string Key, WorkflowTransition Way)> Keyed()
    {
        Dictionary<string, int> seen = [];

        foreach (var way in Transitions)
        {
            var number = seen[way.Name] = seen.GetValueOrDefault(way.Name) + 1;
            yield return (number == 1 ? way.Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{way.Name}.{number}"), way);
        }
    }

    /// <exception cref="InvalidOperationException">There is no such state.</exception>
    public WorkflowState State(string name)
        => States.SingleOrDefault(s => s.Name == name) ?? throw new InvalidOperationException($"The workflow has no state {name}.");

    public WorkflowTransition? Transition(string name, string from) => Transitions.SingleOrDefault(t => t.Name == name && t.From.Contains(from));

    /// <summary>The rules as they run: without the stops that are off. A way that would end at one goes on to where its own first way on leads.</summary>
    public WorkflowRules AsRun()
    {
        var off = States.Where(s => s.IsOff).Select(s => s.Name).ToHashSet();
        return off.Count == 0
            ? this
            : new(
                Initial,
                [.. States.Where(s => !s.IsOff)],
                [.. Transitions.Select(t => t with { From = [.. t.From.Where(f => !off.Contains(f))], To = Beyond(t.To, off) }).Where(t => t.From.Count > 0)]);
    }

    private string Beyond(string state, HashSet<string> off)
    {
        HashSet<string> passed = [];

        while (off.Contains(state) && passed.Add(state) && Transitions.FirstOrDefault(t => t.From.Contains(state) && !t.NeedsReason) is { } onward)
        {
            state = onward.To;
        }

        return state;
    }
}
