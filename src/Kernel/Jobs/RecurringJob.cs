using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Jobs;

/// <summary>Work that comes again by a schedule, under the name of the application itself.</summary>
public interface IRecurringJob
{
    /// <summary>Unique; the job's name in the scheduler and in the history, "contents.publish-due". Its words are the message "contents.job.publish-due".</summary>
    string Name { get; }

    /// <summary>Quartz' six or seven fields, in UTC: 17:00 is midnight in Bangkok.</summary>
    string Cron { get; }

    /// <summary>Does the work. It may be run again after a crash in the middle.</summary>
    Task RunAsync(JobProgress progress, CancellationToken ct);
}

/// <summary>How far a running job is, for a page to show.</summary>
public sealed class JobProgress
{
    private volatile string _text = "";
    private int _percent;

    public int Percent => Volatile.Read(ref _percent);

    /// <summary>A message key.</summary>
    public string TextKey => _text;

    public void Report(int percent, string textKey)
    {
        Volatile.Write(ref _percent, percent);
        _text = textKey;
    }
}

public static class RecurringJobs
{
    public static IServiceCollection AddRecurringJob<T>(this IServiceCollection services)
        where T : class, IRecurringJob
        => services.AddScoped<IRecurringJob, T>();
}
