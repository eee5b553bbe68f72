using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Awards.Allotments;

/// <summary>One transfer of budget from the Department to provinces: the awards of one batch under one number and date.</summary>
public sealed class Allotment : Entity
{
    public const int LongestNumber = 60;

    private Allotment()
    {
    }

    private Allotment(Guid cycleId, AllotmentFacts facts, string madeBy, DateTimeOffset madeAt)
        => (CycleId, Number, Date, LateReason, MadeBy, MadeAt) = (cycleId, facts.Number!.Trim(), facts.Date!.Value, facts.LateReason?.Trim(), madeBy, madeAt);

    public Guid CycleId { get; private set; }

    /// <summary>Of the letter or the allotment advice.</summary>
    public string Number { get; private set; } = "";

    /// <summary>From this day on may be ordered.</summary>
    public DateOnly Date { get; private set; }

    public long TotalSatang { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Why it came after the cycle's date; null when it came in time.</summary>
    public string? LateReason { get; private set; }

    public Money Total => new(TotalSatang);
    public bool IsLate => LateReason is not null;

    /// <summary>Allots the money of every award of the batch, or of none.</summary>
    internal static Outcome<Allotment> Of(IReadOnlyList<Award> awards, AllotmentFacts facts, AllotmentDates dates, string madeBy, DateTimeOffset now)
    {
        if (facts.Check(dates) is { Count: > 0 } problems)
        {
            return Outcome<Allotment>.From(Outcome.Refused(problems));
        }

        if (awards.Count == 0)
        {
            return Outcome<Allotment>.From(Outcome.Refused("awards.none-chosen", "Awards"));
        }

        if (awards.Select(a => a.Id).Distinct().Count() != awards.Count)
        {
            throw new ArgumentException("An award stands twice in a batch.", nameof(awards));
        }

        Allotment allotment = new(awards[0].CycleId, facts with { LateReason = facts.IsLate(dates) ? facts.LateReason : null }, madeBy, now);
        var refused = awards.Select(a => a.Allot(allotment, new(allotment.Number, madeBy, now))).FirstOrDefault(o => !o.Succeeded);

        if (refused is not null)
        {
            return Outcome<Allotment>.From(refused);
        }

        allotment.TotalSatang = awards.Sum(a => a.AmountSatang);
        allotment.Record(new AwardsAllotted(
            allotment.CycleId, allotment.Number, allotment.Date, allotment.Total, [.. awards.Select(a => a.EntryId)]) { Reason = allotment.LateReason });
        return allotment;
    }
}

/// <summary>What stands on the paper of an allotment.</summary>
internal sealed record AllotmentFacts(string? Number, DateOnly? Date, string? LateReason)
{
    public bool IsLate(AllotmentDates dates) => Date > dates.Due;

    /// <summary>Everything that is wrong with it, at once.</summary>
    public IReadOnlyList<Problem> Check(AllotmentDates dates)
    {
        List<Problem> problems = [];

        if (string.IsNullOrWhiteSpace(Number))
        {
            problems.Add(new("fields.required", nameof(Number)));
        }
        else if (Number.Trim().Length > Allotment.LongestNumber)
        {
            problems.Add(new("fields.too-long", nameof(Number), ("max", Allotment.LongestNumber), ("length", Number.Trim().Length)));
        }

        if (Date is null)
        {
            problems.Add(new("fields.required", nameof(Date)));
        }
        else if (Date > dates.Today)
        {
            problems.Add(new("awards.date-to-come", nameof(Date), ("today", dates.Today)));
        }
        else if (Date < dates.Announced)
        {
            problems.Add(new("awards.before-announcement", nameof(Date), ("date", dates.Announced)));
        }

        if (IsLate(dates) && string.IsNullOrWhiteSpace(LateReason))
        {
            problems.Add(new("awards.late-reason-missing", nameof(LateReason), ("due", dates.Due)));
        }

        return problems;
    }
}

/// <summary>The days that an allotment's date is measured by.</summary>
/// <param name="Due">The cycle's date for allotting; later is taken with a reason.</param>
internal sealed record AllotmentDates(DateOnly Announced, DateOnly Due, DateOnly Today);

/// <summary>The money of these entries lies ready in their provinces.</summary>
public sealed record AwardsAllotted(Guid CycleId, string Number, DateOnly Date, Money Total, IReadOnlyList<Guid> EntryIds) : DomainEvent;
