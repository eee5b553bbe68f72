using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>The entries, for the pages of workflows.</summary>
internal sealed class EntrySubjects(AppDb db, CurrentUser user) : IWorkflowSubjects
{
    public IReadOnlyList<WorkflowName> Workflows { get; } =
        [new(Entries.Workflows.Screening, "programmes.workflow-screening"), new(Entries.Workflows.Funding, "programmes.workflow-funding")];

    public IReadOnlyList<string> DueKeys { get; } =
        [DueDates.Notify, DueDates.Submit, DueDates.Round1, DueDates.Round2, DueDates.Allot, DueDates.Procure, DueDates.Bpm, DueDates.Report];

    public async Task<IReadOnlyList<WorkflowRun>> RunsAsync(CancellationToken ct)
        => [.. (await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).ToListAsync(ct))
            .Select(c => new WorkflowRun(c.Id, c.FiscalYearBe, [.. c.Rules.DueDates.Select(d => new RunDue(d.Key, $"programmes.due.{d.Key}", d.Date))]))];

    public async Task<IReadOnlyList<Standing>> CountAsync(Guid? run, CancellationToken ct)
        => await db.Set<Entry>().AsNoTracking().VisibleTo(user).Where(e => run == null || e.CycleId == run)
            .GroupBy(e => new { e.Workflow, e.WorkflowNumber, e.State })
            .Select(g => new Standing(g.Key.Workflow, g.Key.WorkflowNumber, g.Key.State, g.Count()))
            .ToListAsync(ct);

    public string ListUrl(WorkflowRun run, string workflow, string state) => $"/my/entries?year={run.Year}&workflow={workflow}&state={state}";

    public async Task<IReadOnlyList<IWorkflowSubject>> StandingAsync(string workflow, int number, string state, CancellationToken ct)
        => await db.Set<Entry>().VisibleTo(user).Where(e => e.Workflow == workflow && e.WorkflowNumber == number && e.State == state).OrderBy(e => e.SortKey).ToListAsync(ct);
}
