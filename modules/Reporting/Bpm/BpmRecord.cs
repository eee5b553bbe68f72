using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>
/// The record of one entry for the Department's BPM (step 6). That system has no way in for machines: we prepare, a person types, and confirms with BPM's reference.
/// </summary>
public sealed class BpmRecord : Entity
{
    public const int FewestPictures = 4;

    private const int LongestCaption = 200;
    private const int LongestReference = 60;

    private readonly List<BpmAttachment> _attachments = [];

    private BpmRecord()
    {
    }

    internal BpmRecord(Entry entry)
    {
        (EntryId, CycleId, ProvinceCode, AreaPath) = (entry.Id, entry.CycleId, entry.ProvinceCode, entry.AreaPath);
        Record(new BpmOpened(CycleId, EntryId));
    }

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string ProvinceCode { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public BpmFacts Facts { get; private set; } = BpmFacts.None;

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<BpmAttachment> Attachments => _attachments;

    /// <summary>BPM's own reference; null while nobody has typed the record there.</summary>
    public string? Reference { get; private set; }

    /// <summary>When it was typed into BPM, as the person says.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    public string? RecordedBy { get; private set; }
    public string? RecordedByName { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Why it came after the cycle's date; null when it came in time.</summary>
    public string? LateReason { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Area Area => new(AreaPath);
    public bool IsConfirmed => ConfirmedAt is not null;
    public bool IsLate => LateReason is not null;
    public IEnumerable<BpmAttachment> Pictures => _attachments.Where(a => a.IsPicture).OrderBy(a => a.Seq);
    public IEnumerable<BpmAttachment> DataFiles => _attachments.Where(a => !a.IsPicture).OrderBy(a => a.Seq);

    /// <summary>Why nothing may be written any more; null while it may.</summary>
    internal Problem? WhyFixed()
        => WithdrawnAt is not null ? new("reporting.award-withdrawn") : IsConfirmed ? new("reporting.bpm-confirmed") : null;

    internal Outcome Write(BpmFacts facts)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (facts.CheckDraft() is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        if (facts != Facts)
        {
            Facts = facts;
            Record(new BpmWritten(EntryId));
        }

        return Outcome.Done;
    }

    /// <summary>What keeps an attachment from being taken, besides its file.</summary>
    internal IReadOnlyList<Problem> WhyNotAttach(AttachmentWords words, DateOnly today)
    {
        if (WhyFixed() is { } reason)
        {
            return [reason];
        }

        List<Problem> problems = [];
        var length = TextElements.Count(words.Caption?.Trim() ?? "");
        problems.AddRange(length == 0 ? [new("fields.required", nameof(words.Caption))] : []);
        problems.AddRange(length > LongestCaption ? [new("fields.too-long", nameof(words.Caption), ("max", LongestCaption), ("length", length))] : []);
        problems.AddRange(NationalId.AppearsIn(words.Caption) ? [new("fields.national-id", nameof(words.Caption))] : []);
        problems.AddRange(words.TakenOn is null ? [new("fields.required", nameof(words.TakenOn))] : []);
        problems.AddRange(words.TakenOn > today ? [new("reporting.date-to-come", nameof(words.TakenOn), ("today", today))] : []);
        return problems;
    }

    internal Outcome Attach(AttachmentWords words, Guid fileId, DateOnly today)
    {
        if (WhyNotAttach(words, today) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        _attachments.Add(new(Id, words, fileId, _attachments.Select(a => a.Seq).DefaultIfEmpty(0).Max() + 1));
        Record(new BpmFileAttached(EntryId, words.Kind, fileId));
        return Outcome.Done;
    }

    internal Outcome Remove(Guid attachmentId)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (_attachments.SingleOrDefault(a => a.Id == attachmentId) is not { } attachment)
        {
            return Outcome.NotFound;
        }

        _attachments.Remove(attachment);
        Record(new BpmFileRemoved(EntryId, attachment.Kind, attachment.FileId));
        return Outcome.Done;
    }

    /// <summary>Everything that is missing before it can be typed into BPM; empty when nothing is.</summary>
    internal IReadOnlyList<Problem> WhatIsMissing(DateOnly today)
    {
        List<Problem> problems = [.. Facts.Check(today)];
        var pictures = Pictures.ToList();

        if (pictures.Count < FewestPictures)
        {
            problems.Add(new("reporting.pictures-missing", null, ("count", pictures.Count), ("fewest", FewestPictures)));
        }

        problems.AddRange(Enum.GetValues<AttachmentKind>().Where(k => k != AttachmentKind.Data && pictures.All(p => p.Kind != k))
            .Select(k => new Problem("reporting.picture-of-missing", null, ("kind", new Problem($"reporting.kind-{k}")))));

        if (!DataFiles.Any())
        {
            problems.Add(new("reporting.data-file-missing"));
        }

        return problems;
    }

    /// <summary>It was typed into BPM.</summary>
    /// <param name="due">The instant from which on it is late, and a reason is needed.</param>
    internal Outcome Confirm(BpmConfirmation confirmation, CurrentUser by, DateTimeOffset due, DateTimeOffset now)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        List<Problem> problems = [.. WhatIsMissing(BangkokTime.DateOf(now)), .. confirmation.Check(due, now, LongestReference)];

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        (Reference, RecordedAt, ConfirmedAt) = (confirmation.Reference!.Trim(), confirmation.RecordedAt, now);
        (RecordedBy, RecordedByName) = (by.Id, by.Name);
        LateReason = RecordedAt >= due ? confirmation.LateReason!.Trim() : null;
        Record(new BpmConfirmed(CycleId, EntryId, Reference, RecordedAt!.Value) { Reason = LateReason });
        return Outcome.Done;
    }

    internal void Withdraw(string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            WithdrawnAt = now;
            Record(new BpmWithdrawn(CycleId, EntryId) { Reason = reason });
        }
    }
}

/// <summary>What a person says who typed the record into BPM.</summary>
/// <param name="LateReason">Needed when it was typed after the cycle's date.</param>
public sealed record BpmConfirmation(string? Reference, DateTimeOffset? RecordedAt, string? LateReason = null)
{
    internal IReadOnlyList<Problem> Check(DateTimeOffset due, DateTimeOffset now, int longest)
    {
        List<Problem> problems = [];
        problems.AddRange(string.IsNullOrWhiteSpace(Reference) ? [new("fields.required", nameof(Reference))] : []);
        problems.AddRange(Reference?.Trim().Length > longest ? [new("fields.too-long", nameof(Reference), ("max", longest), ("length", Reference.Trim().Length))] : []);
        problems.AddRange(RecordedAt is null ? [new("fields.required", nameof(RecordedAt))] : []);
        problems.AddRange(RecordedAt > now ? [new("reporting.time-to-come", nameof(RecordedAt))] : []);
        problems.AddRange(RecordedAt >= due && string.IsNullOrWhiteSpace(LateReason) ? [new("reporting.late-reason-missing", nameof(LateReason), ("due", BangkokTime.DateOf(due.AddTicks(-1))))] : []);
        return problems;
    }
}

/// <summary>The province may begin the record of an entry.</summary>
public sealed record BpmOpened(Guid CycleId, Guid EntryId) : DomainEvent;

/// <summary>The words of a record were changed.</summary>
public sealed record BpmWritten(Guid EntryId) : DomainEvent;

public sealed record BpmFileAttached(Guid EntryId, AttachmentKind Kind, Guid FileId) : DomainEvent;

public sealed record BpmFileRemoved(Guid EntryId, AttachmentKind Kind, Guid FileId) : DomainEvent;

/// <summary>The record stands in BPM: this track of the entry's funding is done.</summary>
public sealed record BpmConfirmed(Guid CycleId, Guid EntryId, string Reference, DateTimeOffset RecordedAt) : DomainEvent;

/// <summary>The award was taken back: no record is owed any more.</summary>
public sealed record BpmWithdrawn(Guid CycleId, Guid EntryId) : DomainEvent;
