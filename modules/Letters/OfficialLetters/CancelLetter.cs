using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>Takes back a letter that has not gone out: its author a draft, the head of the office also a signed one. The number stays, with the reason.</summary>
internal sealed class CancelLetter(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid letterId, long version, string reason, CancellationToken ct)
    {
        var letter = await db.Set<OfficialLetter>().CancellableBy(user).SingleOrDefaultAsync(l => l.Id == letterId, ct);

        if (letter is null)
        {
            return Outcome.NotFound;
        }

        if (letter.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = letter.Cancel(reason, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
