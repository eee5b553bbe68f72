using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>Every transition of both workflows that waits for this person: where an entry stands, by the version it goes by, and when it is due.</summary>
internal sealed class TransitionTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        TaskGathering tasks = new(query);

        if (!user.May(Permissions.ViewEntries) || user.IsSystem)
        {
            return TaskList.Empty;
        }

        // Screening is over once the results are known; funding goes on.
        var running = db.Set<Entry>().AsNoTracking().VisibleTo(user).AskedFor(query, e => e.CycleId, e => e.AreaPath)
            .Where(e => e.Workflow != Workflows.Screening || db.Set<Cycle>().Any(c => c.Id == e.CycleId && c.OpenedAt != null && c.AnnouncedAt == null));
        var inUse = await running.GroupBy(e => new { e.Workflow, e.WorkflowNumber, e.CycleId, e.State }).Select(g => g.Key).ToListAsync(ct);
        var rules = await RulesAsync([.. inUse.Select(u => u.Workflow).Distinct()], ct);
        var cycles = await CyclesAsync([.. inUse.Select(u => u.CycleId).Distinct()], ct);

        foreach (var at in inUse.OrderBy(u => cycles[u.CycleId].FiscalYearBe).ThenBy(u => u.Workflow).ThenBy(u => u.WorkflowNumber))
        {
            foreach (var way in rules[(at.Workflow, at.WorkflowNumber)].Transitions.Where(t => t.Waits && t.From.Contains(at.State)))
            {
                var areas = user.Roles.Where(r => way.Roles.Contains(r.Role)).Select(r => r.Area).ToList();
                var waiting = running.WithinAreas(areas, e => e.AreaPath)
                    .Where(e => e.Workflow == at.Workflow && e.WorkflowNumber == at.WorkflowNumber && e.CycleId == at.CycleId && e.State == at.State);
                var step = StepOf(way);
                await tasks.AddAsync(
                    step with { Count = areas.Count == 0 ? 0 : await waiting.CountAsync(ct) },
                    async most => (await waiting.OrderBy(e => e.ExtendedUntil != null).ThenBy(e => e.ExtendedUntil).ThenBy(e => e.StateSince).ThenBy(e => e.SortKey).Take(most).ToListAsync(ct))
                        .Select(e => TaskOf(e, way, step, cycles[at.CycleId])));
            }
        }

        return Together(tasks.List);
    }

    /// <summary>One step counts once, though its entries come from several states, versions and years.</summary>
    private static TaskList Together(TaskList list) => list with { Steps = [.. list.Steps.GroupBy(s => s.Key).Select(g => g.First() with { Count = g.Sum(s => s.Count) })] };

    private static TaskStep StepOf(WorkflowTransition way) => way.Name switch
    {
        Transitions.Notify => new("programmes.task-notify", "programmes.plan-event", [], 0),
        Transitions.Submit => new("programmes.task-submit", "programmes.go-on", [], 0),
        _ => new($"programmes.move.{way.Name}", "programmes.task-move-do", [("act", new StateLabel(way.LabelTh, way.LabelEn))], 0),
    };

    private static WorkTask TaskOf(Entry entry, WorkflowTransition way, TaskStep step, Cycle cycle)
        => new(
            step.Args.Count == 0 ? step.Key : "programmes.task-move", step.Args, entry.GroupNameTh,
            $"/my/entries/{entry.Id}{(step.Args.Count == 0 ? "" : $"#act-{way.Name}")}", step.ButtonKey, DueOf(entry, way, cycle));

    /// <summary>The cycle's date, or so many days after it came here, whichever is earlier; an extension of its own moves the date of submitting.</summary>
    internal static DateTimeOffset? DueOf(Entry entry, WorkflowTransition way, Cycle cycle)
    {
        var date = way.Due == DueDates.Submit && cycle.Rules.DueDates.Any(d => d.Key == way.Due)
            ? entry.SubmitsUntil(cycle)
            : cycle.Rules.DueDates.SingleOrDefault(d => d.Key == way.Due)?.EndsAt;
        DateTimeOffset? days = way.DueDays is { } count ? BangkokTime.EndOf(BangkokTime.DateOf(entry.StateSince).AddDays(count)) : null;
        return date is null ? days : days < date ? days : date;
    }

    private async Task<Dictionary<(string, int), WorkflowRules>> RulesAsync(IReadOnlyList<string> workflows, CancellationToken ct)
        => (await db.Set<WorkflowDefinition>().AsNoTracking().Where(w => workflows.Contains(w.Name)).ToListAsync(ct)).ToDictionary(w => (w.Name, w.Number), w => w.Rules.AsRun());

    private async Task<Dictionary<Guid, Cycle>> CyclesAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
        => await db.Set<Cycle>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
}
