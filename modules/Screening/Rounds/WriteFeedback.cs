using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>The secretary writes what the committee says to a group; the group reads it after the announcement.</summary>
internal sealed class WriteFeedback(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid RoundId, long Version, Guid EntryId, string? Words);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var round = await db.Set<Round>().RecordedBy(user).WithEntry(input.EntryId).SingleOrDefaultAsync(r => r.Id == input.RoundId, ct);

        if (round is null || !round.Contenders.VisibleTo(user).Any())
        {
            return Outcome.NotFound;
        }

        if (round.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = round.Advise(input.EntryId, input.Words);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
