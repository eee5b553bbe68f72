using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>Sends a signed letter to its district. The entry counts as notified from then on, with this letter as evidence.</summary>
internal sealed class SendLetter(AppDb db, CurrentUser user, NotifyEntry notify, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid letterId, long version, CancellationToken ct)
    {
        var letter = await db.Set<OfficialLetter>().SendableBy(user).SingleOrDefaultAsync(l => l.Id == letterId, ct);
        var entry = letter is null ? null : await db.Set<Entry>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == letter.EntryId, ct);

        if (letter is null || entry is null)
        {
            return Outcome.NotFound;
        }

        if (letter.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = letter.Send(time.GetUtcNow());

        // A letter that corrects an earlier one finds the group notified already.
        if (outcome.Succeeded && entry.State == EntryStates.Targeted)
        {
            outcome = await notify.RunAsync(entry.Id, letter.Id, ct);
        }

        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
