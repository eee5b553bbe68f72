namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Asia/Bangkok: seven hours ahead of UTC, no summer time. Instants are kept in UTC; days and deadlines are Bangkok's.</summary>
public static class BangkokTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same instant on Bangkok's clock.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>Bangkok's day at that instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>Bangkok's time of day at that instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>Today in Bangkok.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOf(time.GetUtcNow());

    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), Offset);

    /// <summary>00:00 of that day.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>00:00 of the day after: the first instant that is too late. A deadline compares with &lt;.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>The last day of the month: "ภายในเดือนมิถุนายน" ends with it (domain §1.4 T14).</summary>
    public static DateOnly LastDayOfMonth(DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
}
