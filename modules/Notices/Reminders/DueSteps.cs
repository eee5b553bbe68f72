using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Notices.Reminders;

/// <summary>The steps of which people can be reminded, and which entries have not done them.</summary>
internal static class DueSteps
{
    public static readonly IReadOnlyList<string> All = [DueDates.Notify, DueDates.Submit, DueDates.Procure, DueDates.Bpm, DueDates.Report];

    /// <summary>Those that still owe the step.</summary>
    public static IQueryable<Entry> Owing(this IQueryable<Entry> entries, string dueKey) => dueKey switch
    {
        DueDates.Notify => entries.Where(e => e.State == EntryStates.Targeted),
        DueDates.Submit => entries.Where(e => EntryStates.NotYetIn.Contains(e.State)),
        DueDates.Procure => entries.Where(e => e.State == EntryStates.Allotted && e.PurchasesDoneAt == null),
        DueDates.Bpm => entries.Where(e => e.State == EntryStates.Allotted && e.BpmDoneAt == null),
        DueDates.Report => entries.Where(e => e.State == EntryStates.Allotted && e.ReportDoneAt == null),
        _ => throw new ArgumentOutOfRangeException(nameof(dueKey), dueKey, null),
    };

    /// <summary>When an entry must have done it, exclusive; an extension of its own counts. Null when the cycle has no such date.</summary>
    public static DateTimeOffset? DueAt(this Entry entry, Cycle cycle, string dueKey)
        => dueKey == DueDates.Submit && cycle.Rules.DueDates.Any(d => d.Key == dueKey) ? entry.SubmitsUntil(cycle)
            : cycle.Rules.DueDates.SingleOrDefault(d => d.Key == dueKey)?.EndsAt;

    /// <summary>The step in words: the module of the cycle has them.</summary>
    public static string WordsOf(this MessageBook messages, string language, string dueKey) => messages.Find(language, $"programmes.due.{dueKey}");
}
