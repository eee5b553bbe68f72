using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Health;

/// <summary>Whether events reach their consumers, and how the jobs went last.</summary>
internal sealed class WorkHealth(AppDb db, IEnumerable<IEventConsumer> consumers, IEnumerable<IRecurringJob> jobs) : IHealthSource
{
    private const int Late = 50;
    private const int Stuck = 1000;

    public async Task<IReadOnlyList<HealthLine>> CheckAsync(CancellationToken ct) => [await OutboxAsync(ct), await JobsAsync(ct)];

    private async Task<HealthLine> OutboxAsync(CancellationToken ct)
    {
        const string Name = "health.outbox";
        var last = await db.Outbox.MaxAsync(r => (long?)r.Number, ct) ?? 0;
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(p => p.Consumer, p => p.Number, ct);
        var behind = consumers.Select(c => (c.GetType().Name, Lag: last - positions.GetValueOrDefault(c.GetType().FullName!))).Where(c => c.Lag > Late).OrderByDescending(c => c.Lag).ToList();
        return behind.Count == 0
            ? HealthLine.Fine(Name, "health.outbox-fine", ("count", last))
            : new(
                Name, behind[0].Lag > Stuck ? HealthState.Broken : HealthState.Warning, "health.outbox-behind", "health.outbox-advice",
                ("names", string.Join(", ", behind.Select(c => c.Name))), ("count", behind[0].Lag));
    }

    private async Task<HealthLine> JobsAsync(CancellationToken ct)
    {
        const string Name = "health.jobs";
        List<string> failed = [];
        DateTimeOffset? newest = null;

        foreach (var job in jobs)
        {
            var run = await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name && r.EndedAt != null).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct);
            newest = run?.StartedAt > newest || newest is null ? run?.StartedAt ?? newest : newest;

            if (run is { Fault: not null })
            {
                failed.Add(job.Name);
            }
        }

        return failed.Count > 0 ? new(Name, HealthState.Warning, "health.jobs-failed", "health.jobs-advice", ("names", string.Join(", ", failed)))
            : newest is { } at ? HealthLine.Fine(Name, "health.jobs-fine", ("at", at))
            : HealthLine.Fine(Name, "health.jobs-none");
    }
}
