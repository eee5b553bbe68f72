using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Kernel.Jobs;

/// <summary>How a job went.</summary>
/// <param name="Ran">False where it rests: its module is off or gone.</param>
public sealed record JobOutcome(bool Ran, string? Fault)
{
    public static readonly JobOutcome Rested = new(false, null);
}

/// <summary>Runs one job under the name of the application itself and keeps its history.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, RunningJobs running, FeatureStates features, TimeProvider time, ILogger<JobRunner> log)
{
    private const int MostKept = 100;

    /// <summary>Before it is tried again: after the first fault, the second, the third. Then it waits for its usual time.</summary>
    private static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <summary>How long after the fault of this attempt the next one follows; null when it is not tried again.</summary>
    public static TimeSpan? PauseAfter(int attempt) => attempt <= Pauses.Count ? Pauses[attempt - 1] : null;

    public async Task<JobOutcome> RunAsync(string name, int attempt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);

        if (scope.ServiceProvider.GetServices<IRecurringJob>().SingleOrDefault(j => j.Name == name) is not { } job || features.IsOff(job))
        {
            return JobOutcome.Rested;
        }

        var run = await BeginAsync(new(name, attempt, time.GetUtcNow()), ct);
        string? fault = null;

        try
        {
            await job.RunAsync(running.Begin(name), ct);
        }
#pragma warning disable CA1031 // A job may fail in any way; it is written into its history and tried again.
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            log.LogError(thrown, "The job {Job} failed at attempt {Attempt}", name, attempt);
            fault = $"{thrown.GetType().Name}: {thrown.Message}";
        }
#pragma warning restore CA1031
        finally
        {
            running.End(name);
        }

        await EndAsync(run, fault, ct);
        return new(true, fault);
    }

    private Task<JobRun> BeginAsync(JobRun run, CancellationToken ct) => InHistoryAsync(
        async db =>
        {
            db.Add(run);
            await db.SaveAsync(CurrentUser.System, ct);
            return run;
        });

    private Task<int> EndAsync(JobRun begun, string? fault, CancellationToken ct) => InHistoryAsync(
        async db =>
        {
            var runs = db.Set<JobRun>();
            (await runs.SingleAsync(r => r.Id == begun.Id, ct)).End(time.GetUtcNow(), fault);
            db.RemoveRange(await runs.Where(r => r.Job == begun.Job).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Skip(MostKept).ToListAsync(ct));
            await db.SaveAsync(CurrentUser.System, ct);
            return 0;
        });

    /// <summary>In a scope of its own: what the job left unsaved must not be saved with its history.</summary>
    private async Task<T> InHistoryAsync<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
