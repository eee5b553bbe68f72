using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Privacy;

/// <summary>How long something is kept, and how it goes. Its words are the messages <c>{key}.retention</c> and <c>{key}.retention-basis</c> of its module: "notices.sent" has "notices.retention.sent" and "notices.retention-basis.sent".</summary>
public interface IRetentionRule
{
    /// <summary>"notices.sent".</summary>
    string Key { get; }

    /// <summary>In days, where nobody decided otherwise.</summary>
    int UsualDays { get; }

    /// <summary>In days: what the law wants it kept at least.</summary>
    int LeastDays { get; }

    /// <summary>Whether it works where nobody decided otherwise.</summary>
    bool IsUsual { get; }

    Task<int> CountAsync(DateTimeOffset before, CancellationToken ct);

    /// <summary>Some of what would go, in words that tell nothing about anybody.</summary>
    Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct);

    /// <summary>Deletes in the caller's transaction.</summary>
    Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct);
}

/// <summary>What somebody decided about a rule.</summary>
public sealed record RetentionWish(bool IsOn, int Days);

/// <summary>What a rule deleted once: a number, and nothing about anybody.</summary>
public sealed class RetentionRun : Entity
{
    private RetentionRun()
    {
    }

    public RetentionRun(string rule, DateTimeOffset before, int count, DateTimeOffset now)
    {
        (Rule, Before, Count, At) = (rule, before, count, now);
        Record(new RetentionDeleted(rule, count));
    }

    public string Rule { get; private set; } = "";

    /// <summary>What was older is gone.</summary>
    public DateTimeOffset Before { get; private set; }

    public int Count { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>What had been kept long enough was deleted.</summary>
public sealed record RetentionDeleted(string Rule, int Count) : DomainEvent;

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_runs");
        builder.HasIndex(r => r.At);
    }
}

public static class RetentionRules
{
    /// <summary>The setting: what was decided, by the key of the rule.</summary>
    public const string Setting = "Retention";

    public static IServiceCollection AddRetentionRule<T>(this IServiceCollection services)
        where T : class, IRetentionRule
        => services.AddScoped<IRetentionRule, T>();

    public static string WordsOf(IRetentionRule rule) => rule.Key.Replace(".", ".retention.", StringComparison.Ordinal);

    public static string BasisOf(IRetentionRule rule) => rule.Key.Replace(".", ".retention-basis.", StringComparison.Ordinal);
}
