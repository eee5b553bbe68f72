using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>Chair or secretary records the vote, or draws the lot, that orders a tie.</summary>
internal sealed class SettleTie(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="Way">"vote" or "lot".</param>
    /// <param name="Order">The codes of the tied groups: as voted, best first; for a lot in any order.</param>
    /// <param name="Words">How the votes fell.</param>
    public sealed record Input(Guid RoundId, long Version, string Way, IReadOnlyList<string> Order, string? Words);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var round = await db.Set<Round>().RunBy(user).Whole().SingleOrDefaultAsync(r => r.Id == input.RoundId, ct);

        if (round is null || input.Order.Except(round.Contenders.VisibleTo(user).Select(c => c.GroupCode)).Any())
        {
            return Outcome.NotFound;
        }

        if (round.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = round.Settle(input.Way, input.Order, input.Words, user.Id, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
