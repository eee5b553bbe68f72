using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.Home;

/// <summary>What the first page shows. Before the first announcement there is no cycle; of one that is open there is its call.</summary>
public sealed record HomeView(PublicCycle? Cycle, PublicCall? Call, CycleCalendar? Calendar, IReadOnlyList<GroupCard> Stories, IReadOnlyList<PublicDocument> Documents);

/// <summary>The calendar of a cycle at true scale, with today.</summary>
public sealed record CycleCalendar(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<CalendarStep> Steps)
{
    /// <summary>Where the start of a day lies between the ends, 0 to 1.</summary>
    public double At(DateOnly day) => (day.DayNumber - From.DayNumber) / (double)(To.DayNumber - From.DayNumber + 1);

    /// <summary>The first days of the months that begin in it, and its own first day.</summary>
    public IEnumerable<DateOnly> Months()
    {
        yield return From;
        for (var month = new DateOnly(From.Year, From.Month, 1).AddMonths(1); month <= To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}

/// <summary>One step of a cycle: from when, until when, and how many of how many are through; of none where the public may not know.</summary>
/// <param name="Key">The key of its due date.</param>
/// <param name="IsMonth">The date was given as a month.</param>
public sealed record CalendarStep(string Key, DateOnly From, DateOnly Due, int Done, int Of, DateOnly Today, bool IsMonth)
{
    public bool IsCounted => Of > 0;

    public bool IsDone => IsCounted ? Done >= Of : Today > Due;

    public bool IsLate => !IsDone && Today > Due;

    /// <summary>The style class of its bar.</summary>
    public string Look => IsDone ? "done" : IsLate ? "late" : Today >= From ? "go" : "ahead";
}
