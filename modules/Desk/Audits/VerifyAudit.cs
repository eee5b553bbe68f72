using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Audits;

/// <summary>Verifies the audit chain every night. A broken chain is the fault of the run, which names the first broken row.</summary>
internal sealed class VerifyAudit(AppDb db) : IRecurringJob
{
    public const string JobName = "desk.verify-audit";

    public string Name => JobName;

    // 03:20 in Bangkok.
    public string Cron => "0 20 20 * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        progress.Report(0, "desk.audit-verifying");

        if (await AuditChain.VerifyAsync(db, ct) is { } broken)
        {
            throw new InvalidOperationException($"The audit chain is broken at row {broken}.");
        }
    }
}

/// <summary>When the audit chain was verified last, and how it was.</summary>
internal sealed class AuditHealth(AppDb db, TimeProvider time) : IHealthSource
{
    private const string Name = "health.audit";
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<HealthLine>> CheckAsync(CancellationToken ct)
    {
        var run = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == VerifyAudit.JobName && r.EndedAt != null).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct);
        return
        [
            run is null ? new(Name, HealthState.Warning, "health.audit-never", "health.audit-never-advice")
                : run.Fault is { } fault ? new(Name, HealthState.Broken, "health.audit-broken", "health.audit-advice", ("fault", fault), ("at", run.StartedAt))
                : time.GetUtcNow() - run.StartedAt > TooLong ? new(Name, HealthState.Warning, "health.audit-old", "health.audit-never-advice", ("at", run.StartedAt))
                : HealthLine.Fine(Name, "health.audit-fine", ("at", run.StartedAt)),
        ];
    }
}
