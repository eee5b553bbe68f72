using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Overviews;

/// <summary>What waits for the Department: results to announce, money to allot.</summary>
internal sealed class AwardTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        if ((!user.MayAnnounce() && !user.MayAllot()) || query.Province is not null)
        {
            return TaskList.Empty;
        }

        List<WorkTask> tasks = [];

        foreach (var announcement in await db.Set<Announcement>().AsNoTracking().Where(a => query.Cycle == null || a.CycleId == query.Cycle).ToListAsync(ct))
        {
            var cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == announcement.CycleId, ct);

            if (await WaitingAsync(announcement, cycle, user, ct) is { } task)
            {
                tasks.Add(task);
            }
        }

        return TaskList.Of(tasks, query);
    }

    private async Task<WorkTask?> WaitingAsync(Announcement announcement, Cycle cycle, CurrentUser user, CancellationToken ct)
    {
        var year = cycle.NameTh;

        if (announcement.AnnouncedAt is null)
        {
            return user.MayAnnounce()
                ? new("awards.task-announce", [("count", announcement.Places.Count)], year, "/admin/awards", "awards.task-announce-do", cycle.Rules.Due(DueDates.Round2).EndsAt)
                : null;
        }

        var money = await AwardMoney.OfCycleAsync(db, cycle.Id, ct);
        return user.MayAllot() && money.Waiting > Money.Zero
            ? new(
                "awards.task-allot", [("count", money.Awards - money.Allotments), ("sum", money.Waiting)], year, "/admin/awards/allot", "awards.task-allot-do",
                cycle.Rules.Due(DueDates.Allot).EndsAt)
            : null;
    }
}
