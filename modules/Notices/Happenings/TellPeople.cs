using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Notices.Happenings;

/// <summary>
/// What happens to an entry is told to the people of its group, district and province. Everybody is told of entries in her own area only,
/// and an event that comes twice is told once. The notices of one event are made together or not at all.
/// </summary>
internal sealed class TellPeople(AppDb db, CurrentUser user, IReachablePeople people, MakeNotices make) : IEventConsumer
{
    private static readonly string[] Group = [Roles.GroupSecretary];
    private static readonly string[] District = [Roles.DistrictOfficer];
    private static readonly string[] Province = [Roles.ProvinceOfficer];
    private static readonly string[] GroupAndDistrict = [Roles.GroupSecretary, Roles.DistrictOfficer];
    private static readonly string[] GroupAndProvince = [Roles.GroupSecretary, Roles.ProvinceOfficer];
    private static readonly string[] Everybody = [Roles.GroupSecretary, Roles.DistrictOfficer, Roles.ProvinceOfficer];
    private static readonly string[] WhoeverSpends = [Roles.GroupSecretary, Roles.ProvinceOfficer, Roles.ProcurementOfficer];

    public IReadOnlyCollection<string> Handles { get; } =
        ["LetterSent", nameof(EntryMoved), "ResultsAnnounced", "AwardsAllotted", "ReportReturned", "ReportAccepted"];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        await (row.Event switch
        {
            "LetterSent" => LetterSentAsync(row, AppJson.Read<Letter>(row.Data), ct),
            nameof(EntryMoved) => MovedAsync(row, row.As<EntryMoved>(), ct),
            "ResultsAnnounced" => AnnouncedAsync(row, AppJson.Read<Announced>(row.Data), ct),
            "AwardsAllotted" => AllottedAsync(row, AppJson.Read<Allotted>(row.Data), ct),
            _ => ReportAsync(row, AppJson.Read<Report>(row.Data), ct),
        });

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(user, ct);
        }
    }

    private Task LetterSentAsync(OutboxRow row, Letter letter, CancellationToken ct)
        => TellAsync(row, db.Set<Entry>().Where(e => e.Id == letter.EntryId), new(NoticeKinds.LetterSent, District, _ => $"/my/letters/{row.SubjectId}", (w, l) => w.In(l, ("reference", letter.Reference))), ct);

    private Task MovedAsync(OutboxRow row, EntryMoved moved, CancellationToken ct)
    {
        var entry = db.Set<Entry>().Where(e => e.Id == row.SubjectId);
        return moved switch
        {
            { Transition: Transitions.Notify } => TellAsync(row, entry, new(NoticeKinds.EntryNotified, Group, Page, (w, l) => w.In(l, ("deadline", w.Deadline(l)))), ct),
            { To: EntryStates.Submitted } => TellAsync(row, entry, new(NoticeKinds.EntrySubmitted, GroupAndProvince, Page, (w, l) => w.In(l, ("received", EntryWords.Instant(l, w.Entry.SubmittedAt!.Value)))), ct),
            { Transition: Transitions.Return } => TellAsync(row, entry, new(NoticeKinds.EntryReturned, GroupAndDistrict, Page, (w, l) => w.In(l, ("reason", moved.Reason), ("deadline", w.Deadline(l)))), ct),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Each entry that was in the running is told its own outcome.</summary>
    private Task AnnouncedAsync(OutboxRow row, Announced announced, CancellationToken ct)
        => TellAsync(
            row,
            db.Set<Entry>().Where(e => e.CycleId == announced.CycleId && (e.State == EntryStates.NotShortlisted || EntryStates.Placed.Contains(e.State))),
            new(NoticeKinds.Results, Everybody, Page, (w, l) => w.In(l, ("tier", w.Tier(l)), ("amount", w.Award()))),
            ct);

    private Task AllottedAsync(OutboxRow row, Allotted allotted, CancellationToken ct)
        => TellAsync(
            row,
            db.Set<Entry>().Where(e => allotted.EntryIds.Contains(e.Id)),
            new(NoticeKinds.AwardAllotted, WhoeverSpends, Page, (w, l) => w.In(l, ("amount", w.Award()), ("number", allotted.Number), ("date", EntryWords.Day(l, allotted.Date)))),
            ct);

    private Task ReportAsync(OutboxRow row, Report report, CancellationToken ct)
        => TellAsync(
            row,
            db.Set<Entry>().Where(e => e.Id == report.EntryId),
            row.Event == "ReportReturned"
                ? new(NoticeKinds.ReportReturned, Province, ReportPage, (w, l) => w.In(l, ("reason", report.Reason), ("deadline", EntryWords.Day(l, w.Cycle.Rules.Due(DueDates.Report).Date))))
                : new(NoticeKinds.ReportAccepted, GroupAndProvince, ReportPage, (w, l) => w.In(l)),
            ct);

    private async Task TellAsync(OutboxRow row, IQueryable<Entry> entries, Telling telling, CancellationToken ct)
    {
        foreach (var words in await db.EntryWordsAsync(entries, ct))
        {
            var readers = await people.HoldersOfAsync(telling.Roles, words.Entry.Area, ct);
            await make.RunAsync(new($"{row.Number}/{words.Entry.Id:N}", telling.Kind, words.Entry.Area, telling.Path(words.Entry), l => telling.Values(words, l)), readers, ct);
        }
    }

    private static string Page(Entry entry) => $"/my/entries/{entry.Id}";

    private static string ReportPage(Entry entry) => $"/my/entries/{entry.Id}/report";

    /// <summary>What is told of an entry, and to whom.</summary>
    private sealed record Telling(NoticeKind Kind, IReadOnlyList<string> Roles, Func<Entry, string> Path, Func<EntryWords, string, IReadOnlyDictionary<string, string?>> Values);

    // The shapes of events of modules that stand beside this one: only what is needed here.
    private sealed record Letter(Guid EntryId, string Reference);

    private sealed record Announced(Guid CycleId);

    private sealed record Allotted(string Number, DateOnly Date, IReadOnlyList<Guid> EntryIds);

    private sealed record Report(Guid EntryId, string? Reason);
}
