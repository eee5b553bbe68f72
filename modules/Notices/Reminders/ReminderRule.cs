using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Notices.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Notices.Reminders;

/// <summary>When somebody is reminded of a due date of the cycle, for every entry that has not done what is due.</summary>
internal sealed class ReminderRule : Entity
{
    /// <summary>The longest time before or after, in hours.</summary>
    public const int MostHours = 366 * 24;

    private ReminderRule()
    {
    }

    public ReminderRule(ReminderSetting setting) => Set(setting);

    /// <summary>One of <see cref="DueSteps"/>.</summary>
    public string DueKey { get; private set; } = "";

    /// <summary>From the due date: before it when negative.</summary>
    public int Hours { get; private set; }

    /// <summary>Who is reminded: who holds this role for the area of the entry.</summary>
    public string Role { get; private set; } = "";

    public bool IsOn { get; private set; }

    /// <summary>The kind of the notices that it makes.</summary>
    public NoticeKind Kind => Hours < 0 ? NoticeKinds.DueSoon : NoticeKinds.Overdue;

    public ReminderSetting Setting => new(DueKey, Hours, Role, IsOn);

    public void Set(ReminderSetting setting)
    {
        (DueKey, Hours, Role, IsOn) = (setting.DueKey, setting.Hours, setting.Role, setting.IsOn);
        Record(new ReminderSet(DueKey, Hours, Role, IsOn));
    }
}

/// <summary>What a rule says.</summary>
internal sealed record ReminderSetting(string DueKey, int Hours, string Role, bool IsOn);

/// <summary>When somebody is reminded was decided.</summary>
internal sealed record ReminderSet(string DueKey, int Hours, string Role, bool IsOn) : DomainEvent;

/// <summary>That a rule has reminded of an entry: it never does twice.</summary>
internal sealed class ReminderMark
{
    private ReminderMark()
    {
    }

    public ReminderMark(Guid ruleId, Guid entryId, DateTimeOffset at) => (RuleId, EntryId, At) = (ruleId, entryId, at);

    public Guid RuleId { get; private set; }
    public Guid EntryId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class ReminderRuleTable : IEntityTypeConfiguration<ReminderRule>
{
    public void Configure(EntityTypeBuilder<ReminderRule> builder)
    {
        builder.ToTable("reminder_rules");
        builder.HasIndex(r => new { r.DueKey, r.Hours, r.Role }).IsUnique();
        builder.Ignore(r => r.Kind).Ignore(r => r.Setting);
    }
}

internal sealed class ReminderMarkTable : IEntityTypeConfiguration<ReminderMark>
{
    public void Configure(EntityTypeBuilder<ReminderMark> builder)
    {
        builder.ToTable("reminder_marks").HasKey(m => new { m.RuleId, m.EntryId });
        builder.HasOne<ReminderRule>().WithMany().HasForeignKey(m => m.RuleId);
    }
}
