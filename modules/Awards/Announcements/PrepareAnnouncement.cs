using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Announcements;

/// <summary>A resolved round that gives tiers lies ready to be announced. A round that only shortlists is passed by.</summary>
internal sealed class PrepareAnnouncement(AppDb db, CurrentUser user, TimeProvider time) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } = [nameof(RoundResolved)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        var round = row.As<RoundResolved>();
        var cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == round.CycleId, ct);
        TierPlace[] places = [.. round.Places.Where(p => cycle.Rules.Tier(p.Outcome) is not null).Select(p => new TierPlace(p.EntryId, p.Rank, p.Outcome))];

        if (places.Length == 0)
        {
            return;
        }

        ResolvedTiers resolved = new(round.RoundId, round.ResolutionId, round.Sha256, places, time.GetUtcNow());
        var announcement = await db.Set<Announcement>().SingleOrDefaultAsync(a => a.CycleId == round.CycleId, ct);

        if (announcement is null)
        {
            db.Add(new Announcement(round.CycleId, resolved));
        }
        else
        {
            announcement.Take(resolved);
        }

        await db.SaveAsync(user, ct);
    }
}
