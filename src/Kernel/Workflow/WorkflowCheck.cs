using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>A transition that code takes by its name. Every other is taken by hand, on the page of the subject.</summary>
/// <param name="ByApplication">Whether the application itself goes, when something happened elsewhere; otherwise a person by an act of its own.</param>
public sealed record CodedTransition(string Workflow, string Name, bool ByApplication);

/// <summary>What is wrong with rules, or doubtful.</summary>
/// <param name="Refuses">Whether such rules cannot be published.</param>
/// <param name="State">The state that it is about.</param>
/// <param name="Way">The key of the transition that it is about.</param>
public sealed record WorkflowFinding(Problem Problem, bool Refuses, string? State = null, string? Way = null);

/// <summary>What rules can speak of.</summary>
/// <param name="Due">The keys of due dates.</param>
/// <param name="Holders">How many people who may sign in hold each role; null when nobody counts them.</param>
public sealed record WorkflowVocabulary(
    IReadOnlyCollection<string> Guards, IReadOnlyCollection<string> Effects, IReadOnlyCollection<string> Due, IReadOnlyCollection<CodedTransition> Coded,
    IReadOnlyDictionary<string, int>? Holders);

/// <summary>Whether rules can run: pure.</summary>
public static class WorkflowCheck
{
    public static IReadOnlyList<WorkflowFinding> Of(string workflow, WorkflowRules rules, WorkflowVocabulary known)
    {
        List<WorkflowFinding> found = [.. Names(rules), .. Words(rules), .. Parts(rules, known), .. Coded(workflow, rules, known)];

        // A walk over rules that name what is not there would report the same fault again in other words.
        if (!found.Any(f => f.Refuses))
        {
            found.AddRange(Walk(rules.AsRun()));
        }

        return found;
    }

    private static IEnumerable<WorkflowFinding> Names(WorkflowRules rules)
    {
        foreach (var doubled in rules.States.GroupBy(s => s.Name).Where(g => g.Count() > 1))
        {
            yield return Error("state-double", doubled.First());
        }

        foreach (var (from, way) in rules.Transitions.SelectMany(t => t.From.Select(f => (f, t.Name))).GroupBy(x => x).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return new(new("workflow.finding.way-double", null, ("way", way), ("state", Label(rules, from))), true, from, way);
        }

        if (rules.States.All(s => s.Name != rules.Initial || s.IsOff))
        {
            yield return new(new("workflow.finding.no-first"), true);
        }

        if (!rules.States.Any(s => s.Final))
        {
            yield return new(new("workflow.finding.no-last"), true);
        }

        foreach (var (key, way) in rules.Keyed())
        {
            if (way.From.Count == 0)
            {
                yield return Error("way-from-nowhere", key, way);
            }

            foreach (var missing in way.From.Append(way.To).Where(s => rules.States.All(known => known.Name != s)).Distinct())
            {
                yield return Error("no-such-state", key, way, ("name", missing));
            }
        }

        var run = rules.AsRun();

        foreach (var stop in rules.States.Where(s => s.IsOff && run.Transitions.Any(t => t.To == s.Name)))
        {
            yield return Error("stop-leads-nowhere", stop);
        }
    }

    private static IEnumerable<WorkflowFinding> Words(WorkflowRules rules)
    {
        foreach (var state in rules.States.Where(s => string.IsNullOrWhiteSpace(s.LabelTh) || string.IsNullOrWhiteSpace(s.LabelEn)))
        {
            yield return new(new("workflow.finding.unnamed", null, ("name", state.Name)), true, state.Name);
        }

        foreach (var (key, way) in rules.Keyed().Where(k => string.IsNullOrWhiteSpace(k.Way.LabelTh) || string.IsNullOrWhiteSpace(k.Way.LabelEn)))
        {
            yield return new(new("workflow.finding.unnamed", null, ("name", way.Name)), true, Way: key);
        }
    }

    private static IEnumerable<WorkflowFinding> Parts(WorkflowRules rules, WorkflowVocabulary known)
    {
        foreach (var (key, way) in rules.Keyed())
        {
            foreach (var guard in way.Guards.Except(known.Guards))
            {
                yield return Error("guard-unknown", key, way, ("name", guard));
            }

            foreach (var effect in way.Effects.Except(known.Effects))
            {
                yield return Error("effect-unknown", key, way, ("name", effect));
            }

            if (way.Due is { } due && known.Due.Count > 0 && !known.Due.Contains(due))
            {
                yield return Error("due-unknown", key, way, ("name", due));
            }

            if (known.Holders is { } holders && way.Roles.Count > 0 && way.Roles.Sum(r => holders.GetValueOrDefault(r)) == 0)
            {
                yield return new(
                    new("workflow.finding.no-holder", null, ("way", Label(way)), ("roles", new RoleNames(way.Roles))), false, Way: key);
            }
        }
    }

    private static IEnumerable<WorkflowFinding> Coded(string workflow, WorkflowRules rules, WorkflowVocabulary known)
    {
        var coded = known.Coded.Where(c => c.Workflow == workflow).ToList();

        foreach (var (key, way) in rules.Keyed().Where(k => k.Way.Roles.Count == 0 && !coded.Any(c => c.ByApplication && c.Name == k.Way.Name)))
        {
            yield return Error("nobody", key, way);
        }

        foreach (var missing in coded.Where(c => rules.Transitions.All(t => t.Name != c.Name)))
        {
            yield return new(new("workflow.finding.coded-missing", null, ("name", missing.Name)), true);
        }
    }

    private static IEnumerable<WorkflowFinding> Walk(WorkflowRules run)
    {
        var reached = Closure([run.Initial], s => run.Transitions.Where(t => t.From.Contains(s)).Select(t => t.To));
        var ends = Closure(run.States.Where(s => s.Final).Select(s => s.Name), s => run.Transitions.Where(t => t.To == s).SelectMany(t => t.From));

        foreach (var state in run.States)
        {
            var leaves = run.Transitions.Any(t => t.From.Contains(state.Name));

            if (!reached.Contains(state.Name))
            {
                yield return Error("unreachable", state);
            }
            else if (!state.Final && !leaves)
            {
                yield return Error("dead-end", state);
            }
            else if (!ends.Contains(state.Name))
            {
                yield return Error("never-ends", state);
            }
            else if (state.Final && leaves)
            {
                yield return new(new("workflow.finding.final-goes-on", null, ("state", new StateLabel(state.LabelTh, state.LabelEn))), false, state.Name);
            }
        }
    }

    private static HashSet<string> Closure(IEnumerable<string> start, Func<string, IEnumerable<string>> next)
    {
        HashSet<string> reached = [.. start];
        Queue<string> open = new(reached);

        while (open.TryDequeue(out var state))
        {
            foreach (var further in next(state).Where(reached.Add))
            {
                open.Enqueue(further);
            }
        }

        return reached;
    }

    private static WorkflowFinding Error(string code, WorkflowState state)
        => new(new($"workflow.finding.{code}", null, ("state", new StateLabel(state.LabelTh, state.LabelEn))), true, state.Name);

    private static WorkflowFinding Error(string code, string key, WorkflowTransition way, params (string Name, object Value)[] more)
        => new(new($"workflow.finding.{code}", null, [("way", Label(way)), .. more]), true, Way: key);

    private static StateLabel Label(WorkflowTransition way) => new(way.LabelTh, way.LabelEn);

    private static object Label(WorkflowRules rules, string state)
        => rules.States.FirstOrDefault(s => s.Name == state) is { } known ? new StateLabel(known.LabelTh, known.LabelEn) : state;
}

/// <summary>Roles as an argument of a message; whoever has words for them writes them instead.</summary>
public sealed record RoleNames(IReadOnlyList<string> Roles)
{
    public override string ToString() => string.Join(", ", Roles);
}
