using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Allotments;

/// <summary>The Department allots the money of chosen awards under one number and date: all at once, or in several batches.</summary>
internal sealed class Allot(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="Awards">The ids of the awards of this batch.</param>
    /// <param name="LateReason">Needed after the cycle's date.</param>
    public sealed record Input(Guid CycleId, string? Number, DateOnly? Date, IReadOnlyList<Guid> Awards, string? LateReason = null);

    /// <returns>The allotment's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var cycle = user.MayAllot() ? await db.Set<Cycle>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CycleId, ct) : null;
        var awards = await db.Set<Award>().Include(a => a.Ledger).Where(a => a.CycleId == input.CycleId && input.Awards.Contains(a.Id)).OrderBy(a => a.Rank).ToListAsync(ct);

        if (cycle is null || awards.Count != input.Awards.Distinct().Count())
        {
            return Refused(Outcome.NotFound);
        }

        if (awards.Count == 0 && !await db.Set<Award>().AnyAsync(a => a.CycleId == cycle.Id, ct))
        {
            return Refused(Outcome.Refused("awards.not-announced"));
        }

        var number = input.Number?.Trim();

        if (await db.Set<Allotment>().AnyAsync(a => a.CycleId == cycle.Id && a.Number == number, ct))
        {
            return Refused(Outcome.Refused("awards.number-taken", nameof(Input.Number), ("number", number!)));
        }

        var now = time.GetUtcNow();
        AllotmentDates dates = new(
            awards.Count > 0 ? BangkokTime.DateOf(awards[0].AnnouncedAt) : DateOnly.MinValue, cycle.Rules.Due(DueDates.Allot).Date, BangkokTime.DateOf(now));
        var allotment = Allotment.Of(awards, new(number, input.Date, input.LateReason), dates, user.Id, now);

        if (!allotment.Succeeded)
        {
            return Refused(allotment);
        }

        db.Add(allotment.Value);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? allotment.Value.Id : Refused(saved);
    }

    private static Outcome<Guid> Refused(Outcome outcome) => Outcome<Guid>.From(outcome);
}
