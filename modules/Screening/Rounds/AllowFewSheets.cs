using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>The chair decides that an entry is ranked on fewer than three sheets.</summary>
internal sealed class AllowFewSheets(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid RoundId, long Version, Guid EntryId, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var round = await db.Set<Round>().LedBy(user).WithEntry(input.EntryId).SingleOrDefaultAsync(r => r.Id == input.RoundId, ct);

        if (round is null || !round.Contenders.VisibleTo(user).Any())
        {
            return Outcome.NotFound;
        }

        if (round.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = round.AllowFewSheets(input.EntryId, input.Reason);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
