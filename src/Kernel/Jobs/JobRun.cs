using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Jobs;

/// <summary>One time that a job ran. No change that anybody made: it stands outside the audit.</summary>
public sealed class JobRun : Entity
{
    private const int LongestFault = 1000;

    private JobRun()
    {
    }

    public JobRun(string job, int attempt, DateTimeOffset startedAt) => (Job, Attempt, StartedAt) = (job, attempt, startedAt);

    public string Job { get; private set; } = "";

    /// <summary>From 1; more where it was tried again after a fault.</summary>
    public int Attempt { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, and for ever where the process was killed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Fault { get; private set; }

    public bool IsDone => EndedAt is not null && Fault is null;

    public void End(DateTimeOffset at, string? fault)
        => (EndedAt, Fault) = (at, fault is { Length: > LongestFault } ? fault[..LongestFault] : fault);
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.HasIndex(r => new { r.Job, r.StartedAt });
    }
}
