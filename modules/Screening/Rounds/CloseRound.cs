using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>The chair closes the round: the entries are ranked and cut.</summary>
internal sealed class CloseRound(AppDb db, CurrentUser user, TimeProvider time)
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

        var outcome = round.Close(time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
