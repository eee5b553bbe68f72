using System.Collections.Concurrent;
using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CommunityBusinessNetwork.Kernel.Jobs;

/// <summary>Quartz with a persistent store: its own SQLite file, or clustered on the application's PostgreSQL.</summary>
public static class Scheduler
{
    private const string NameKey = "name";
    private const string AttemptKey = "attempt";

    /// <summary>A schedule that is a few seconds late harms nobody, a slow start does.</summary>
    private static readonly TimeSpan AfterTheFirstPages = TimeSpan.FromSeconds(3);

    /// <param name="jobsConnection">The connection of Quartz' own SQLite file; on PostgreSQL the application's.</param>
    public static IServiceCollection AddScheduler(this IServiceCollection services, AppDatabase database, string jobsConnection)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = ("cbn", "AUTO"));
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                if (database.IsPostgres)
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(jobsConnection);
                }

                store.ProvisionSchema();
                store.UseExecutionHistory();
            });
        });
        services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.StartDelay) = (true, AfterTheFirstPages));
        services.AddHostedService<ScheduleJobs>();
        return services;
    }

    /// <summary>Puts every recurring job of the modules into the schedule, replacing what an older version had put there.</summary>
    private sealed class ScheduleJobs(ISchedulerFactory factory, IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(AfterTheFirstPages, stoppingToken);
            var scheduler = await factory.GetScheduler(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();

            foreach (var job in scope.ServiceProvider.GetServices<IRecurringJob>())
            {
                var detail = JobBuilder.Create<RunJob>().WithIdentity(job.Name).UsingJobData(NameKey, job.Name).RequestRecovery().StoreDurably().Build();

                // Quartz goes by the site's clock: a trigger that went by the machine's would wait for years on a demo.
                var trigger = TriggerBuilder.Create(time).WithIdentity(job.Name).ForJob(detail)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
                await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, stoppingToken);
            }
        }
    }

    [DisallowConcurrentExecution]
    private sealed class RunJob(JobRunner runner, TimeProvider time) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var name = context.MergedJobDataMap.GetString(NameKey)!;
            var attempt = context.MergedJobDataMap.TryGetValue(AttemptKey, out var number) ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : 1;
            var outcome = await runner.RunAsync(name, attempt, cancellationToken);

            if (outcome.Fault is not null && JobRunner.PauseAfter(attempt) is { } pause)
            {
                var again = TriggerBuilder.Create(time).WithIdentity($"{name}.again.{Guid.CreateVersion7():N}").ForJob(context.JobDetail.Key)
                    .UsingJobData(AttemptKey, attempt + 1).StartAt(time.GetUtcNow() + pause).Build();
                await context.Scheduler.ScheduleJob(again, ScheduleJobOptions.Replacing, cancellationToken);
            }
        }
    }
}

/// <summary>The jobs that this process is running now.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<string, JobProgress> _running = new();

    public IReadOnlyDictionary<string, JobProgress> Now => _running;

    internal JobProgress Begin(string name) => _running[name] = new();

    internal void End(string name) => _running.TryRemove(name, out _);
}
