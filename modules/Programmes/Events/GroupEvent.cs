using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Programmes.Events;

/// <summary>A meeting of officials with a group, as in the seed: 22 May, 08.30–16.30, at the group's office (domain §1.2, step 0c).</summary>
public sealed class GroupEvent : Entity
{
    private GroupEvent()
    {
    }

    internal GroupEvent(Entry entry) => (EntryId, CycleId, AreaPath) = (entry.Id, entry.CycleId, entry.AreaPath);

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string AreaPath { get; private set; } = "";
    public DateOnly Date { get; private set; }
    public TimeOnly Start { get; private set; }
    public TimeOnly End { get; private set; }

    /// <summary>Where, in Thai, as the letter says it.</summary>
    public string PlaceTh { get; private set; } = "";

    internal Outcome Plan(DateOnly date, TimeOnly start, TimeOnly end, string place, DateOnly today)
    {
        List<Problem> problems = [];
        problems.AddRange(date < today ? [new("programmes.event-past", nameof(Date))] : []);
        problems.AddRange(end <= start ? [new("programmes.event-ends-early", nameof(End))] : []);
        problems.AddRange(string.IsNullOrWhiteSpace(place) ? [new("fields.required", nameof(PlaceTh))] : []);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        (Date, Start, End, PlaceTh) = (date, start, end, ThaiPlace.Bare(place));
        Record(new GroupEventPlanned(EntryId, date, start, end, PlaceTh));
        return Outcome.Done;
    }
}

/// <summary>An event of an entry was planned, or planned anew.</summary>
public sealed record GroupEventPlanned(Guid EntryId, DateOnly Date, TimeOnly Start, TimeOnly End, string PlaceTh) : DomainEvent;

internal sealed class GroupEventTable : IEntityTypeConfiguration<GroupEvent>
{
    public void Configure(EntityTypeBuilder<GroupEvent> builder)
    {
        builder.ToTable("group_events");
        builder.HasIndex(e => e.EntryId);
        builder.Property(e => e.Start).HasColumnName("starts").HasConversion(t => t.Ticks, ticks => new TimeOnly(ticks));
        builder.Property(e => e.End).HasColumnName("ends").HasConversion(t => t.Ticks, ticks => new TimeOnly(ticks));
    }
}
