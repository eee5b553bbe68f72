using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting;

/// <summary>With the allotment an entry owes a BPM record and a result report; with the withdrawal of its award it owes them no more.</summary>
internal sealed class FollowTheAwards(AppDb db, CurrentUser user, TimeProvider time) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } = [nameof(AwardsAllotted), nameof(AwardWithdrawn)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        if (row.Event == nameof(AwardsAllotted))
        {
            await OpenAsync(row.As<AwardsAllotted>().EntryIds, ct);
        }
        else
        {
            await WithdrawAsync(row.As<AwardWithdrawn>(), ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task OpenAsync(IReadOnlyList<Guid> entryIds, CancellationToken ct)
    {
        var known = await db.Set<BpmRecord>().Where(r => entryIds.Contains(r.EntryId)).Select(r => r.EntryId).ToListAsync(ct);

        foreach (var entry in await db.Set<Entry>().AsNoTracking().Where(e => entryIds.Contains(e.Id) && !known.Contains(e.Id)).OrderBy(e => e.Rank).ToListAsync(ct))
        {
            db.Add(new BpmRecord(entry));
            db.Add(new ActivityReport(entry, PlannedIndicators.Of((await db.SubmittedPlanAsync(entry.Id, ct))?.Read())));
        }
    }

    private async Task WithdrawAsync(AwardWithdrawn withdrawn, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        (await db.Set<BpmRecord>().SingleOrDefaultAsync(r => r.EntryId == withdrawn.EntryId, ct))?.Withdraw(withdrawn.Reason ?? "", now);
        (await db.Set<ActivityReport>().SingleOrDefaultAsync(r => r.EntryId == withdrawn.EntryId, ct))?.Withdraw(withdrawn.Reason ?? "", now);
    }
}
