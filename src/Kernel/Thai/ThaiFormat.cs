using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>
/// Dates, times and money as Thai readers write them, in the Buddhist Era. It asks no culture:
/// th-TH has a Buddhist calendar in .NET and would also turn ISO dates and file names into years of 2563 (domain §4.2).
/// </summary>
public static class ThaiFormat
{
    /// <summary>What to add to a year of the common era.</summary>
    public const int EraOffset = 543;

    /// <summary>13 พฤษภาคม 2563: the form of letters.</summary>
    public static string LongDate(DateOnly date, Digits digits = Digits.Arabic) => In(digits, $"{date.Day} {ThaiMonths.Full[date.Month - 1]} {Year(date)}");

    /// <summary>13 พ.ค. 2563: the form of screens.</summary>
    public static string ShortDate(DateOnly date, Digits digits = Digits.Arabic) => In(digits, $"{date.Day} {ThaiMonths.Abbreviated[date.Month - 1]} {Year(date)}");

    /// <summary>13/05/2563: the form of tables.</summary>
    public static string NumericDate(DateOnly date, Digits digits = Digits.Arabic)
        => In(digits, string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month:00}/{date.Year + EraOffset}"));

    /// <summary>วันที่ 13 พฤษภาคม พ.ศ. 2563: the form of orders and certificates.</summary>
    public static string FormalDate(DateOnly date, Digits digits = Digits.Arabic)
        => In(digits, $"วันที่ {date.Day} {ThaiMonths.Full[date.Month - 1]} พ.ศ. {Year(date)}");

    /// <summary>วันพุธที่ 13 พฤษภาคม 2563.</summary>
    public static string WeekdayDate(DateOnly date, Digits digits = Digits.Arabic)
        => In(digits, $"วัน{ThaiMonths.Weekdays[(int)date.DayOfWeek]}ที่ {LongDate(date)}");

    /// <summary>13 พฤษภาคม 2563 (2020): what a form answers to a typed date, so that a wrong era is seen.</summary>
    public static string Echo(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{LongDate(date)} ({date.Year})");

    /// <summary>มิถุนายน 2563, of the month in which the day lies.</summary>
    public static string MonthYear(DateOnly date, Digits digits = Digits.Arabic) => In(digits, $"{ThaiMonths.Full[date.Month - 1]} {Year(date)}");

    /// <summary>08.30: two digits of hour, a full stop.</summary>
    public static string Time(TimeOnly time, Digits digits = Digits.Arabic) => In(digits, time.ToString("HH'.'mm", CultureInfo.InvariantCulture));

    /// <summary>08.30 - 16.30 น.</summary>
    public static string TimeRange(TimeOnly start, TimeOnly end, Digits digits = Digits.Arabic) => $"{Time(start, digits)} - {Time(end, digits)} น.";

    /// <summary>29 พ.ค. 2563 เวลา 23.59 น., in Bangkok.</summary>
    public static string DateAndTime(DateTimeOffset instant, Digits digits = Digits.Arabic)
    {
        var there = BangkokTime.Of(instant);
        return $"{ShortDate(DateOnly.FromDateTime(there.DateTime), digits)} เวลา {Time(TimeOnly.FromDateTime(there.DateTime), digits)} น.";
    }

    /// <summary>29 พ.ค. 2563 เวลา 23.59.59 น., in Bangkok: for receipts, where the second counts.</summary>
    public static string DateAndTimeToTheSecond(DateTimeOffset instant, Digits digits = Digits.Arabic)
    {
        var there = BangkokTime.Of(instant);
        return In(digits, $"{ShortDate(DateOnly.FromDateTime(there.DateTime))} เวลา {there.ToString("HH'.'mm'.'ss", CultureInfo.InvariantCulture)} น.");
    }

    /// <summary>90,000 where there are no satang, otherwise 90,000.25: the form of letters.</summary>
    public static string Baht(Money amount, Digits digits = Digits.Arabic)
        => In(digits, amount.Baht.ToString(amount.Satang % 100 == 0 ? "N0" : "N2", CultureInfo.InvariantCulture));

    /// <summary>90,000.00 บาท (เก้าหมื่นบาทถ้วน): the form of orders and receipts.</summary>
    public static string BahtWithWords(Money amount, Digits digits = Digits.Arabic) => $"{In(digits, amount.ToString())} บาท ({BahtText.Of(amount)})";

    /// <summary>A whole number with commas: 2,520.</summary>
    public static string Number(long number, Digits digits = Digits.Arabic) => In(digits, number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>The year of the Buddhist Era.</summary>
    public static int YearBe(DateOnly date) => date.Year + EraOffset;

    private static string Year(DateOnly date) => YearBe(date).ToString(CultureInfo.InvariantCulture);

    private static string In(Digits digits, string text) => digits == Digits.Thai ? ThaiDigits.ToThai(text) : text;
}
