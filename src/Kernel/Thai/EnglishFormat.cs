using System.Globalization;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>The same dates and times on English pages: the common era, Bangkok's clock.</summary>
public static class EnglishFormat
{
    /// <summary>13 May 2020.</summary>
    public static string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>13 May 2020, months in three letters.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>13/05/2020.</summary>
    public static string NumericDate(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>June 2020.</summary>
    public static string MonthYear(DateOnly date) => date.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>08:30.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>08:30–16:30.</summary>
    public static string TimeRange(TimeOnly start, TimeOnly end) => $"{Time(start)}–{Time(end)}";

    /// <summary>29 May 2020, 23:59.</summary>
    public static string DateAndTime(DateTimeOffset instant) => BangkokTime.Of(instant).ToString("d MMM yyyy', 'HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>29 May 2020, 23:59:59.</summary>
    public static string DateAndTimeToTheSecond(DateTimeOffset instant)
        => BangkokTime.Of(instant).ToString("d MMM yyyy', 'HH':'mm':'ss", CultureInfo.InvariantCulture);
}
