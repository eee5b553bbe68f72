using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>Takes a picture or a data file out of a record. The audit remembers it, and its bytes stay.</summary>
internal sealed class RemoveFile(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid EntryId, long Version, Guid AttachmentId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var record = await db.Set<BpmRecord>().WrittenBy(user).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (record is null)
        {
            return Outcome.NotFound;
        }

        if (record.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = record.Remove(input.AttachmentId);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
