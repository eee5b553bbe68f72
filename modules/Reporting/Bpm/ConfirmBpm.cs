using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>The province has typed the complete record into BPM: its reference and the time are kept, with who did it.</summary>
internal sealed class ConfirmBpm(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid EntryId, long Version, BpmConfirmation Confirmation);

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

        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == record.CycleId).Select(c => c.Rules).SingleAsync(ct);
        var outcome = record.Confirm(input.Confirmation, user, rules.Due(DueDates.Bpm).EndsAt, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
