using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>The Department accepts a report: its track is done.</summary>
internal sealed class AcceptReport(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid EntryId, long Version);

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

        var outcome = report.Accept(user.Id, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
