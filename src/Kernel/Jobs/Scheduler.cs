using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CommunityBusinessNetwork.Kernel.Jobs;

/// <summary>Quartz with a persistent store: its own SQLite file, or clustered on the application's PostgreSQL.</summary>
public static class Scheduler
{
    private const string NameKey = "name";

    /// <summary>A schedule that is a few seconds late harms nobody, a slow start does.</summary>
    private static readonly TimeSpan AfterTheFirstPages = TimeSpan.FromSeconds(3);

    /// <param name="jobsConnection">The connection of Quartz' own SQLite file; on PostgreSQL the application's.</param>
    public static IServiceCollection AddScheduler(this IServiceCollection services, AppDatabase database, string jobsConnection)
    {
        services.AddSingleton<RunningJobs>();
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
    private sealed class RunJob(IServiceScopeFactory scopes, RunningJobs running) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
            var name = context.MergedJobDataMap.GetString(NameKey);

            // A job of a module that is switched off or gone rests.
            if (scope.ServiceProvider.GetServices<IRecurringJob>().SingleOrDefault(j => j.Name == name) is { } job)
            {
                await job.RunAsync(running.Begin(job.Name), cancellationToken);
                running.End(job.Name);
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
