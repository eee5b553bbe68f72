using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Dates, times and money in the language of the page that is being written. Views use this one.</summary>
public static class PageFormat
{
    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>13 พฤษภาคม 2563 · 13 May 2020.</summary>
    public static string LongDate(DateOnly date) => English ? EnglishFormat.LongDate(date) : ThaiFormat.LongDate(date);

    /// <summary>13 พ.ค. 2563 · 13 May 2020.</summary>
    public static string Date(DateOnly date) => English ? EnglishFormat.ShortDate(date) : ThaiFormat.ShortDate(date);

    /// <summary>13 พ.ค. · 13 May.</summary>
    public static string DayMonth(DateOnly date)
        => English ? date.ToString("d MMM", CultureInfo.InvariantCulture) : $"{date.Day.ToString(CultureInfo.InvariantCulture)} {ThaiMonths.Abbreviated[date.Month - 1]}";

    /// <summary>The Bangkok day of the instant, short.</summary>
    public static string Date(DateTimeOffset instant) => Date(BangkokTime.DateOf(instant));

    /// <summary>13/05/2563 · 13/05/2020.</summary>
    public static string NumericDate(DateOnly date) => English ? EnglishFormat.NumericDate(date) : ThaiFormat.NumericDate(date);

    /// <summary>มิถุนายน 2563 · June 2020.</summary>
    public static string MonthYear(DateOnly date) => English ? EnglishFormat.MonthYear(date) : ThaiFormat.MonthYear(date);

    /// <summary>08.30 น. · 08:30.</summary>
    public static string Time(TimeOnly time) => English ? EnglishFormat.Time(time) : $"{ThaiFormat.Time(time)} น.";

    /// <summary>08.30 - 16.30 น. · 08:30–16:30.</summary>
    public static string TimeRange(TimeOnly start, TimeOnly end) => English ? EnglishFormat.TimeRange(start, end) : ThaiFormat.TimeRange(start, end);

    /// <summary>29 พ.ค. 2563 เวลา 23.59 น. · 29 May 2020, 23:59.</summary>
    public static string DateAndTime(DateTimeOffset instant) => English ? EnglishFormat.DateAndTime(instant) : ThaiFormat.DateAndTime(instant);

    /// <summary>29 พ.ค. 2563 เวลา 23.59.59 น. · 29 May 2020, 23:59:59.</summary>
    public static string DateAndTimeToTheSecond(DateTimeOffset instant)
        => English ? EnglishFormat.DateAndTimeToTheSecond(instant) : ThaiFormat.DateAndTimeToTheSecond(instant);

    /// <summary>90,000.00 บาท · 90,000.00 baht.</summary>
    public static string Baht(Money amount) => English ? $"{amount} baht" : $"{amount} บาท";

    /// <summary>2563 · 2020: a year that is kept in the Buddhist Era.</summary>
    public static string Year(int yearBe) => (English ? yearBe - ThaiFormat.EraOffset : yearBe).ToString(CultureInfo.InvariantCulture);
}
