using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Desk.Inboxes;

/// <summary>When a task is due, in words: late, today, tomorrow, a date.</summary>
internal readonly record struct DueWords(string Kind, string TextKey, IReadOnlyList<(string Name, object Value)> Args)
{
    public static DueWords? Of(DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (dueAt is not { } due)
        {
            return null;
        }

        // A day's end is 00:00 of the day after; people name the day itself.
        var midnight = BangkokTime.TimeOf(due) == TimeOnly.MinValue;
        var day = BangkokTime.DateOf(midnight ? due.AddTicks(-1) : due);
        var today = BangkokTime.DateOf(now);

        return due <= now ? new("late", "desk.due-late", [("date", day)])
            : day == today && !midnight ? new("wait", "desk.due-today-at", [("time", PageFormat.Time(BangkokTime.TimeOf(due)))])
            : day == today ? new("wait", "desk.due-today", [])
            : day == today.AddDays(1) ? new("wait", "desk.due-tomorrow", [])
            : new("wait", "desk.due-on", [("date", day)]);
    }
}
