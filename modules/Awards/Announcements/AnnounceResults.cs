using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Announcements;

/// <summary>
/// The Department publishes the committee's resolution: one award for each placed entry that is still in, with the amount of its tier.
/// From this moment the public sees the results. It is done once.
/// </summary>
internal sealed class AnnounceResults(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid CycleId, long Version);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var cycle = user.MayAnnounce() ? await db.Set<Cycle>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CycleId, ct) : null;

        if (cycle is null)
        {
            return Outcome.NotFound;
        }

        var announcement = await db.Set<Announcement>().SingleOrDefaultAsync(a => a.CycleId == cycle.Id, ct);

        if (announcement is null)
        {
            return Outcome.Refused("awards.not-resolved");
        }

        // Said before the version: a second click is told what happened, not that a tab is old.
        if (announcement.AnnouncedAt is null && announcement.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var now = time.GetUtcNow();
        var awards = await AwardsOfAsync(announcement, cycle, now, ct);
        var outcome = announcement.Announce([.. awards.Select(a => new AnnouncedAward(a.Id, a.EntryId, a.TierCode, a.Rank, a.Amount))], user.Id, now);

        if (!outcome.Succeeded)
        {
            return outcome;
        }

        db.AddRange(awards);
        return await db.TrySaveAsync(user, ct);
    }

    private async Task<IReadOnlyList<Award>> AwardsOfAsync(Announcement announcement, Cycle cycle, DateTimeOffset now, CancellationToken ct)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == cycle.Id).StillIn().ToDictionaryAsync(e => e.Id, ct);
        return
        [
            .. announcement.Places.Where(p => entries.ContainsKey(p.EntryId))
                .Select(p => new Award(entries[p.EntryId], cycle.Rules.Tier(p.TierCode)!, p.Rank, new(announcement.Sha256, user.Id, now))),
        ];
    }
}
