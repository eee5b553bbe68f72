using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>Saves what the province has written so far. It may be incomplete.</summary>
internal sealed class SaveReport(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid EntryId, long Version, ReportWords Words);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.Set<ActivityReport>().WrittenBy(user).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (report is null)
        {
            return Outcome.NotFound;
        }

        if (report.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = report.Write(input.Words);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
