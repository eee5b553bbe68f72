using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Stateless;

namespace CommunityBusinessNetwork.Kernel.Workflow;

/// <summary>Runs a subject through its rules. The caller loads the subject and saves; the engine decides and moves.</summary>
public sealed class WorkflowEngine(AppDb db, CurrentUser user, TimeProvider time, IEnumerable<IWorkflowGuard> guards, IEnumerable<IWorkflowEffect> effects)
{
    private readonly Dictionary<(string, int), WorkflowRules> _read = [];

    /// <summary>The rules as they run: without the stops that are off.</summary>
    /// <exception cref="InvalidOperationException">There is no such workflow.</exception>
    public async Task<WorkflowRules> RulesAsync(string workflow, int number, CancellationToken ct)
    {
        if (!_read.TryGetValue((workflow, number), out var rules))
        {
            rules = (await db.Set<WorkflowDefinition>().AsNoTracking().Where(w => w.Name == workflow && w.Number == number).Select(w => w.Rules).SingleAsync(ct)).AsRun();
            _read[(workflow, number)] = rules;
        }

        return rules;
    }

    /// <summary>The number of the newest rules of a workflow, for what begins now.</summary>
    public async Task<int> NewestAsync(string workflow, CancellationToken ct)
        => await db.Set<WorkflowDefinition>().Where(w => w.Name == workflow).MaxAsync(w => w.Number, ct);

    /// <summary>The transitions that this person may take from where the subject stands; guards are not asked.</summary>
    public async Task<IReadOnlyList<WorkflowTransition>> OpenToAsync(IWorkflowSubject subject, CancellationToken ct)
        => [.. (await RulesAsync(subject.Workflow, subject.WorkflowNumber, ct)).Transitions.Where(t => t.From.Contains(subject.State) && Lets(t, subject))];

    /// <summary>What the guards of a transition would say now; empty when the way is free or there is no such way from here.</summary>
    public async Task<IReadOnlyList<Problem>> MissingAsync(IWorkflowSubject subject, string transition, CancellationToken ct)
        => (await RulesAsync(subject.Workflow, subject.WorkflowNumber, ct)).Transition(transition, subject.State) is { } way ? await ProblemsAsync(way, subject, ct) : [];

    /// <summary>
    /// Takes the subject through a transition: role, reason and guards are asked, then it enters the new state and the effects run.
    /// Not this person's transition is the same as none: not found.
    /// </summary>
    public async Task<Outcome> FireAsync(IWorkflowSubject subject, string transition, string? reason, CancellationToken ct)
    {
        var rules = await RulesAsync(subject.Workflow, subject.WorkflowNumber, ct);
        var machine = MachineOf(rules, subject.State);

        if (!machine.CanFire(transition))
        {
            return Outcome.Refused("workflow.not-from-here", null, ("state", Label(rules.State(subject.State))));
        }

        var way = rules.Transition(transition, subject.State)!;

        if (!Lets(way, subject))
        {
            return Outcome.NotFound;
        }

        if (way.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("workflow.reason-missing", "Reason");
        }

        var problems = await ProblemsAsync(way, subject, ct);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        await machine.FireAsync(transition);
        subject.Enter(machine.State, transition, reason, time.GetUtcNow());

        foreach (var effect in way.Effects)
        {
            await effects.Single(e => e.Name == effect).RunAsync(subject, ct);
        }

        return Outcome.Done;
    }

    private static object Label(WorkflowState state) => new StateLabel(state.LabelTh, state.LabelEn);

    private bool Lets(WorkflowTransition way, IWorkflowSubject subject) => way.Roles.Count == 0 ? user.IsSystem : user.Holds(way.Roles, subject.Area);

    private async Task<List<Problem>> ProblemsAsync(WorkflowTransition way, IWorkflowSubject subject, CancellationToken ct)
    {
        List<Problem> problems = [];

        foreach (var guard in way.Guards)
        {
            problems.AddRange(await guards.Single(g => g.Name == guard).CheckAsync(subject, ct));
        }

        return problems;
    }

    private static StateMachine<string, string> MachineOf(WorkflowRules rules, string from)
    {
        var machine = new StateMachine<string, string>(from);

        foreach (var state in rules.States)
        {
            var configured = machine.Configure(state.Name);

            foreach (var way in rules.Transitions.Where(t => t.From.Contains(state.Name)))
            {
                _ = way.To == state.Name ? configured.PermitReentry(way.Name) : configured.Permit(way.Name, way.To);
            }
        }

        return machine;
    }
}

/// <summary>The name of a state in both languages, as an argument of a message.</summary>
public sealed record StateLabel(string Th, string En)
{
    public override string ToString() => Messages.Localizer.Choose(Th, En);
}
