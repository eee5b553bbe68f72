using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Reporting.Results;

public enum ReportState
{
    /// <summary>The province writes.</summary>
    Draft,

    /// <summary>The Department has it.</summary>
    Sent,

    /// <summary>The Department sent it back.</summary>
    Returned,

    Accepted,
}

/// <summary>What came of the money of one entry (step 7): the indicators, the results in words, and the clip of the activity.</summary>
public sealed class ActivityReport : Entity
{
    private const int ShortestResults = 50;
    private const int LongestText = 4000;

    // Beyond this a number was mistyped.
    private const decimal LargestNumber = 1_000_000_000_000m;

    private ActivityReport()
    {
    }

    internal ActivityReport(Entry entry, IReadOnlyList<Indicator> indicators)
    {
        (EntryId, CycleId, ProvinceCode, AreaPath, Indicators) = (entry.Id, entry.CycleId, entry.ProvinceCode, entry.AreaPath, indicators);
        Record(new ReportOpened(CycleId, EntryId));
    }

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string ProvinceCode { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public ReportState State { get; private set; }

    /// <summary>The programme's in their order, then the goals of the plan.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public string Results { get; private set; } = "";

    /// <summary>What others can learn from it.</summary>
    public string Lessons { get; private set; } = "";

    /// <summary>When it was sent for the first time: decides whether it was late.</summary>
    public DateTimeOffset? FirstSentAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }
    public string? SentBy { get; private set; }
    public string? SentByName { get; private set; }
    public string? LateReason { get; private set; }

    /// <summary>Why the Department sent it back, the last time.</summary>
    public string? ReturnReason { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Area Area => new(AreaPath);
    public bool IsLate => LateReason is not null;
    public bool IsOpen => State is ReportState.Draft or ReportState.Returned && WithdrawnAt is null;

    internal Outcome Write(ReportWords words)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (Check(words) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        var given = words.Indicators.ToDictionary(i => i.Code);
        IReadOnlyList<Indicator> indicators = [.. Indicators.Select(i => given.TryGetValue(i.Code, out var typed) ? Take(i, typed) : i)];

        if (words.Results != Results || words.Lessons != Lessons || !indicators.SequenceEqual(Indicators))
        {
            (Results, Lessons, Indicators) = (words.Results, words.Lessons, indicators);
            Record(new ReportWritten(EntryId));
        }

        return Outcome.Done;
    }

    /// <summary>Everything that is missing before it can be sent; empty when nothing is.</summary>
    internal IReadOnlyList<Problem> WhatIsMissing(bool hasClip)
    {
        List<Problem> problems = [];
        var length = TextElements.Count(Results.Trim());
        problems.AddRange(length < ShortestResults ? [new("fields.too-short", nameof(Results), ("min", ShortestResults), ("length", length))] : []);
        problems.AddRange(Indicators.Where(i => i.Actual is null && i.Code != ProgrammeIndicators.Spent).Select(i => new Problem("reporting.actual-missing", null, ("code", i.Code))));
        problems.AddRange(hasClip ? [] : [new("reporting.clip-missing")]);
        return problems;
    }

    internal Outcome Send(ReportSending sending, CurrentUser by, DateTimeOffset due, DateTimeOffset now)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        var late = FirstSentAt is null && now >= due;
        List<Problem> problems = [.. WhatIsMissing(sending.HasClip)];
        problems.AddRange(late && string.IsNullOrWhiteSpace(sending.LateReason)
            ? [new("reporting.late-reason-missing", nameof(sending.LateReason), ("due", BangkokTime.DateOf(due.AddTicks(-1))))] : []);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        Indicators = [.. Indicators.Select(i => i.Code == ProgrammeIndicators.Spent ? i with { Actual = sending.PercentSpent } : i)];
        LateReason = late ? sending.LateReason!.Trim() : LateReason;
        (State, FirstSentAt, SentAt, SentBy, SentByName) = (ReportState.Sent, FirstSentAt ?? now, now, by.Id, by.Name);
        Record(new ReportSent(CycleId, EntryId, IsLate) { Reason = late ? LateReason : null });
        return Outcome.Done;
    }

    internal Outcome Accept(string userId, DateTimeOffset now)
    {
        if (WhyNotDecidable() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        (State, DecidedAt, DecidedBy) = (ReportState.Accepted, now, userId);
        Record(new ReportAccepted(CycleId, EntryId));
        return Outcome.Done;
    }

    internal Outcome Return(string? why, string userId, DateTimeOffset now)
    {
        if (WhyNotDecidable() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return Outcome.Refused("workflow.reason-missing", "Reason");
        }

        (State, ReturnReason, DecidedAt, DecidedBy) = (ReportState.Returned, why.Trim(), now, userId);
        Record(new ReportReturned(CycleId, EntryId) { Reason = ReturnReason });
        return Outcome.Done;
    }

    internal void Withdraw(string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Record(new ReportWithdrawn(CycleId, EntryId) { Reason = reason });
        }
    }

    /// <summary>Why the province may not write; null while it may.</summary>
    internal Problem? WhyFixed()
        => WithdrawnAt is not null ? new("reporting.award-withdrawn") : IsOpen ? null : new($"reporting.report-{State}");

    private Problem? WhyNotDecidable()
        => WithdrawnAt is not null ? new("reporting.award-withdrawn") : State == ReportState.Sent ? null : new("reporting.report-not-sent");

    /// <summary>A goal's baseline and target are the plan's; what was spent is computed.</summary>
    private static Indicator Take(Indicator known, Indicator typed)
        => known.Code == ProgrammeIndicators.Spent ? known
            : known.IsGoal ? known with { Actual = typed.Actual }
            : known with { Baseline = typed.Baseline, Target = typed.Target, Actual = typed.Actual };

    /// <exception cref="InvalidOperationException">An indicator that the form does not have: no person can type it.</exception>
    private List<Problem> Check(ReportWords words)
    {
        List<Problem> problems = [];

        foreach (var (field, value) in ((string, string)[])[(nameof(words.Results), words.Results), (nameof(words.Lessons), words.Lessons)])
        {
            var length = TextElements.Count(value);
            problems.AddRange(length > LongestText ? [new("fields.too-long", field, ("max", LongestText), ("length", length))] : []);
            problems.AddRange(NationalId.AppearsIn(value) ? [new("fields.national-id", field)] : []);
        }

        foreach (var typed in words.Indicators)
        {
            if (Indicators.All(i => i.Code != typed.Code))
            {
                throw new InvalidOperationException($"The report has no indicator {typed.Code}.");
            }

            problems.AddRange(((decimal?[])[typed.Baseline, typed.Target, typed.Actual]).Any(n => n is { } number && Math.Abs(number) > LargestNumber)
                ? [new("reporting.number-too-large", null, ("code", typed.Code))] : []);
        }

        return problems;
    }
}

/// <summary>What the province types.</summary>
/// <param name="Indicators">Those typed, by code; the others stay.</param>
public sealed record ReportWords(string Results, string Lessons, IReadOnlyList<Indicator> Indicators);

/// <summary>What is known when a report is sent.</summary>
/// <param name="PercentSpent">Of the award, what was paid.</param>
internal sealed record ReportSending(bool HasClip, decimal? PercentSpent, string? LateReason);

/// <summary>The province may begin the report of an entry.</summary>
public sealed record ReportOpened(Guid CycleId, Guid EntryId) : DomainEvent;

public sealed record ReportWritten(Guid EntryId) : DomainEvent;

/// <summary>The Department has the report.</summary>
public sealed record ReportSent(Guid CycleId, Guid EntryId, bool Late) : DomainEvent;

/// <summary>This track of the entry's funding is done.</summary>
public sealed record ReportAccepted(Guid CycleId, Guid EntryId) : DomainEvent;

/// <summary>The province has to mend the report.</summary>
public sealed record ReportReturned(Guid CycleId, Guid EntryId) : DomainEvent;

/// <summary>The award was taken back: no report is owed any more.</summary>
public sealed record ReportWithdrawn(Guid CycleId, Guid EntryId) : DomainEvent;
