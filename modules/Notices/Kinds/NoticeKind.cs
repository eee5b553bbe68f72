namespace CommunityBusinessNetwork.Notices.Kinds;

/// <summary>What a notice is about. Its words are data; what can stand in their gaps is said here.</summary>
/// <param name="Code">Names it in the database and in the messages.</param>
/// <param name="Own">The gaps that only this kind can fill, besides <see cref="NoticeKinds.Everywhere"/>.</param>
internal sealed record NoticeKind(string Code, params IReadOnlyList<string> Own)
{
    /// <summary>Whether it goes to everybody whom it concerns, whatever they wish.</summary>
    public bool IsCompulsory { get; init; }

    /// <summary>The names of all gaps, in the order in which they are listed.</summary>
    public IReadOnlyList<string> Gaps => [.. NoticeKinds.Everywhere, .. Own];
}

/// <summary>The kinds of notices.</summary>
internal static class NoticeKinds
{
    /// <summary>The gaps that every kind fills: the reader's name, the site's name, the address to go on.</summary>
    public static readonly IReadOnlyList<string> Everywhere = ["name", "site", "link"];

    public static readonly NoticeKind LetterSent = new("letter-sent", "group", "code", "province", "cycle", "reference");
    public static readonly NoticeKind EntryNotified = new("entry-notified", "group", "code", "province", "cycle", "deadline");
    public static readonly NoticeKind EntrySubmitted = new("entry-submitted", "group", "code", "province", "cycle", "received");
    public static readonly NoticeKind EntryReturned = new("entry-returned", "group", "code", "province", "cycle", "reason", "deadline");

    /// <summary>For those who may take the next way, where the rules of the workflow say that they are told.</summary>
    public static readonly NoticeKind YourTurn = new("your-turn", "group", "code", "province", "cycle", "step");

    /// <summary>A person is told her own result and cannot wish not to be.</summary>
    public static readonly NoticeKind Results = new("results", "group", "code", "province", "cycle", "tier", "amount") { IsCompulsory = true };

    public static readonly NoticeKind AwardAllotted = new("award-allotted", "group", "code", "province", "cycle", "amount", "number", "date");
    public static readonly NoticeKind ReportReturned = new("report-returned", "group", "code", "province", "cycle", "reason", "deadline");
    public static readonly NoticeKind ReportAccepted = new("report-accepted", "group", "code", "province", "cycle");

    public static readonly NoticeKind DueSoon = new("due-soon", "group", "province", "cycle", "step", "deadline", "days", "hours", "count", "groups");
    public static readonly NoticeKind Overdue = new("overdue", "group", "province", "cycle", "step", "deadline", "days", "count", "groups");

    /// <summary>In the order of the programme.</summary>
    public static readonly IReadOnlyList<NoticeKind> All =
        [LetterSent, EntryNotified, EntrySubmitted, EntryReturned, YourTurn, Results, AwardAllotted, ReportReturned, ReportAccepted, DueSoon, Overdue];

    /// <summary>What a person is told on one day, in one letter. Nobody is told of it by itself: it only has words.</summary>
    public static readonly NoticeKind Digest = new("digest", "count", "notices");

    /// <summary>Those that staff can word.</summary>
    public static readonly IReadOnlyList<NoticeKind> Worded = [.. All, Digest];

    public static NoticeKind? Find(string? code) => Worded.SingleOrDefault(k => k.Code == code);
}
