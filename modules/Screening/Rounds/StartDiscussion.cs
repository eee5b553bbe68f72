using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>The chair opens the discussion: all sheets are in, or set aside by rule.</summary>
internal sealed class StartDiscussion(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid RoundId, long Version);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var round = await db.Set<Round>().LedBy(user).Whole().SingleOrDefaultAsync(r => r.Id == input.RoundId, ct);

        if (round is null)
        {
            return Outcome.NotFound;
        }

        if (round.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = round.StartDiscussion(time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
