using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Overviews;

/// <summary>What waits for the province (record, report) and for the Department (a report to read).</summary>
internal sealed class ReportTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        List<(IQueryable<Waiting> Rows, string Key, string Page, string Due)> sources = [];

        if (user.May(Permissions.WriteReports))
        {
            var reports = db.Set<ActivityReport>().WrittenBy(user).AskedFor(query, r => r.CycleId, r => r.AreaPath).Where(r => r.WithdrawnAt == null);
            sources.Add((Of(reports.Where(r => r.State == ReportState.Returned)), "mend", "report", DueDates.Report));
            sources.Add((Of(reports.Where(r => r.State == ReportState.Draft)), "report", "report", DueDates.Report));
            sources.Add((
                db.Set<BpmRecord>().WrittenBy(user).AskedFor(query, r => r.CycleId, r => r.AreaPath).Where(r => r.WithdrawnAt == null && r.ConfirmedAt == null).Select(r => new Waiting(r.EntryId, r.CycleId)), "bpm", "bpm", DueDates.Bpm));
        }

        if (user.May(Permissions.ReviewReports))
        {
            sources.Add((Of(db.Set<ActivityReport>().ReviewedBy(user).AskedFor(query, r => r.CycleId, r => r.AreaPath).Where(r => r.WithdrawnAt == null && r.State == ReportState.Sent)), "review", "report", DueDates.Bpm));
        }

        TaskGathering tasks = new(query);

        foreach (var (rows, key, page, due) in sources)
        {
            await tasks.AddAsync(new($"reporting.task-{key}", $"reporting.task-{key}-do", [], await rows.CountAsync(ct)), async most =>
            {
                List<WorkTask> read = [];

                foreach (var row in await rows.Take(most).ToListAsync(ct))
                {
                    read.Add(await TaskOfAsync(row, key, page, due, ct));
                }

                return read;
            });
        }

        return tasks.List;
    }

    private static IQueryable<Waiting> Of(IQueryable<ActivityReport> reports) => reports.OrderBy(r => r.SentAt).Select(r => new Waiting(r.EntryId, r.CycleId));

    private async Task<WorkTask> TaskOfAsync(Waiting row, string key, string page, string due, CancellationToken ct)
    {
        var name = await db.Set<Entry>().Where(e => e.Id == row.EntryId).Select(e => e.GroupNameTh).SingleAsync(ct);
        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == row.CycleId).Select(c => c.Rules).SingleAsync(ct);
        return new($"reporting.task-{key}", [], name, $"/my/entries/{row.EntryId}/{page}", $"reporting.task-{key}-do", rules.Due(due).EndsAt);
    }

    private sealed record Waiting(Guid EntryId, Guid CycleId);
}
