using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>An accepted report as the public reads it.</summary>
public sealed record PublicResult(Guid EntryId, string Results, string Lessons, IReadOnlyList<Indicator> Indicators);

public static class PublicResults
{
    /// <summary>The accepted report of an entry; null while there is none. The caller shows announced entries only.</summary>
    public static async Task<PublicResult?> ResultOfAsync(this AppDb db, Guid entryId, CancellationToken ct)
        => await db.Set<ActivityReport>().AsNoTracking().SingleOrDefaultAsync(r => r.EntryId == entryId && r.State == ReportState.Accepted && r.WithdrawnAt == null, ct) is { } report
            ? new(report.EntryId, report.Results, report.Lessons, report.Indicators)
            : null;
}
