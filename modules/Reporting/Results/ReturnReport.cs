using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>The Department sends a report back and says what is to be mended.</summary>
internal sealed class ReturnReport(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid EntryId, long Version, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.Set<ActivityReport>().ReviewedBy(user).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (report is null)
        {
            return Outcome.NotFound;
        }

        if (report.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = report.Return(input.Reason, user.Id, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
