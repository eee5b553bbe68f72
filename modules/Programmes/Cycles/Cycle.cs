using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Programmes.Cycles;

/// <summary>One run of the programme: a fiscal year with its rules. Next year's rules are a new cycle, not a code change.</summary>
public sealed class Cycle : Entity
{
    private Cycle()
    {
    }

    internal Cycle(int fiscalYearBe, string nameTh, string nameEn, CycleRules rules)
    {
        (FiscalYearBe, NameTh, NameEn, Rules) = (fiscalYearBe, nameTh, nameEn, rules);
        Record(new CyclePlanned(fiscalYearBe));
    }

    /// <summary>The Buddhist year in which the fiscal year ends.</summary>
    public int FiscalYearBe { get; private set; }

    /// <summary>The project's name as official letters have it.</summary>
    public string NameTh { get; private set; } = "";

    public string NameEn { get; private set; } = "";
    public CycleRules Rules { get; private set; } = null!;
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When the public came to know the results; before it nothing of the cycle but its rules is public.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>Changes the rules while the cycle is not open.</summary>
    internal Outcome Plan(string nameTh, string nameEn, CycleRules rules)
    {
        if (AppJson.Write(rules) == AppJson.Write(Rules) && (nameTh, nameEn) == (NameTh, NameEn))
        {
            return Outcome.Done;
        }

        if (OpenedAt is not null)
        {
            return Outcome.Refused("programmes.cycle-open");
        }

        (NameTh, NameEn, Rules) = (nameTh, nameEn, rules);
        Record(new CyclePlanned(FiscalYearBe));
        return Outcome.Done;
    }

    internal Outcome Open(DateTimeOffset now)
    {
        if (OpenedAt is not null)
        {
            return Outcome.Refused("programmes.cycle-open");
        }

        OpenedAt = now;
        Record(new CycleOpened(FiscalYearBe));
        return Outcome.Done;
    }

    internal void Announce(DateTimeOffset at)
    {
        AnnouncedAt = at;
        Record(new CycleAnnounced(FiscalYearBe));
    }
}

/// <summary>The rules of a cycle were laid down.</summary>
public sealed record CyclePlanned(int FiscalYearBe) : DomainEvent;

/// <summary>Step 1 began: provinces name their groups.</summary>
public sealed record CycleOpened(int FiscalYearBe) : DomainEvent;

/// <summary>From now on the public sees the cycle's results.</summary>
public sealed record CycleAnnounced(int FiscalYearBe) : DomainEvent;

internal sealed class CycleTable : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.ToTable("cycles");
        builder.HasIndex(c => c.FiscalYearBe).IsUnique();
        builder.Property(c => c.Rules).AsJson();
    }
}
