using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Why a typed date was not read.</summary>
public enum DateFault
{
    None,
    Empty,
    Unreadable,

    /// <summary>63 may be 2563, 1963 or 2463.</summary>
    TwoDigitYear,

    /// <summary>It has the form of a date, but the month has no such day.</summary>
    NoSuchDay,
}

/// <summary>What a person's text came to.</summary>
/// <param name="CommonEra">The year was one of the common era (1900–2399): ask back with <see cref="ThaiFormat.Echo"/>.</param>
public readonly record struct TypedDate(DateOnly? Date, bool CommonEra, DateFault Fault);

/// <summary>
/// Reads dates as people type them: Thai or Arabic digits, months by number or by name, full or short, parted by blanks, / - or full stops,
/// day first, or year first as browsers send it. A year from 2400 on is of the Buddhist Era. The year is converted before the date is built,
/// because 29/02/2563 exists and 29 February of the year 2563 of the common era does not (domain §4.2).
/// </summary>
public static partial class ThaiDateParser
{
    private const int FirstBuddhistYear = 2400;
    private const int FirstCommonYear = 1900;

    private static readonly IReadOnlyDictionary<string, int> MonthsByName = Names();

    public static bool TryParse(string? typed, out DateOnly date)
    {
        var read = Read(typed);
        date = read.Date ?? default;
        return read.Date is not null;
    }

    public static TypedDate Read(string? typed)
    {
        var text = Plain(typed);

        if (text.Length == 0)
        {
            return new(null, false, DateFault.Empty);
        }

        if (DayFirst().Match(text) is { Success: true } dayFirst)
        {
            return Build(dayFirst);
        }

        return YearFirst().Match(text) is { Success: true } yearFirst ? Build(yearFirst) : new(null, false, DateFault.Unreadable);
    }

    /// <summary>Reads 08:30, 08.30, 8.30, ๐๘.๓๐, each with or without น.</summary>
    public static bool TryParseTime(string? typed, out TimeOnly time)
    {
        time = default;
        var match = ClockTime().Match(Plain(typed));
        return match.Success && TimeOnly.TryParseExact(
            $"{match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["minute"].Value}", "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static TypedDate Build(Match match)
    {
        var yearText = match.Groups["year"].Value;

        if (yearText.Length < 4)
        {
            return new(null, false, yearText.Length == 2 ? DateFault.TwoDigitYear : DateFault.Unreadable);
        }

        var typedYear = int.Parse(yearText, CultureInfo.InvariantCulture);
        var year = typedYear >= FirstBuddhistYear ? typedYear - ThaiFormat.EraOffset : typedYear;

        if (typedYear < FirstCommonYear || MonthOf(match.Groups["month"].Value) is not { } month)
        {
            return new(null, false, DateFault.Unreadable);
        }

        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);

        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? new(null, false, DateFault.NoSuchDay)
            : new(new DateOnly(year, month, day), typedYear < FirstBuddhistYear, DateFault.None);
    }

    private static int? MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return MonthsByName.TryGetValue(text.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant(), out var month) ? month : null;
    }

    private static string Plain(string? typed)
    {
        var text = ThaiDigits.ToAscii(ThaiText.Normalise(typed ?? "")).Trim();
        return Words().Replace(text, "").Trim();
    }

    private static Dictionary<string, int> Names()
    {
        Dictionary<string, int> names = [];

        for (var month = 1; month <= 12; month++)
        {
            names[ThaiMonths.Full[month - 1]] = month;
            names[ThaiMonths.Abbreviated[month - 1].Replace(".", "", StringComparison.Ordinal)] = month;
            names[CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant()] = month;
            names[CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month).ToLowerInvariant()] = month;
        }

        return names;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?:\s*[/.-]\s*|\s+|(?![0-9]))(?<month>[0-9]{1,2}|[ก-ฮเ][ก-๎.]*?[ก-๎]\.?|[A-Za-z]{3,9}\.?)(?:\s*[/.-]\s*|\s+|(?<![0-9]))(?<year>[0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex("^(?<year>[0-9]{4})[/.-](?<month>[0-9]{1,2})[/.-](?<day>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(?:\\s*น\\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    // What people write around a date: วันที่, วันพุธที่, เดือน, พ.ศ., ค.ศ., เวลา.
    [GeneratedRegex(@"^(?:วัน[ก-๎]*ที่|วันที่|เวลา)\s*|เดือน\s*|(?:พ\.ศ\.|ค\.ศ\.)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
