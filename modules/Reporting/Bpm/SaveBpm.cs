using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>Saves what the province has written so far. It may be incomplete.</summary>
internal sealed class SaveBpm(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid EntryId, long Version, BpmFacts Facts);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var record = await db.Set<BpmRecord>().WrittenBy(user).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (record is null)
        {
            return Outcome.NotFound;
        }

        if (record.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = record.Write(input.Facts);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
