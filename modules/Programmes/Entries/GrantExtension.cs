using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>The Department lets one entry submit after the deadline: who, why and until when are recorded (design §5).</summary>
internal sealed class GrantExtension(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid entryId, DateTimeOffset until, string reason, long version, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == entryId, ct);

        if (entry is null || !user.May(Permissions.RunCycle, entry.Area))
        {
            return Outcome.NotFound;
        }

        if (entry.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = entry.Extend(until, reason, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
