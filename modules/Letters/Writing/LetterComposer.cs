using System.Globalization;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>Makes the letter's words from its fields.</summary>
internal static class LetterComposer
{
    public static LetterSheet Compose(LetterFields fields, Wording words)
    {
        var letter = fields.Letter;
        var office = letter.Office;

        return new(
            Reference(office, letter.RegisterNo, letter.IsCircular, words),
            [Thai(office.Issuer), words["address", ("street", office.Street ?? ""), ("province", office.ProvinceAbbr), ("postcode", office.Postcode)].TrimStart()],
            Day(letter.RegisterNo is null ? null : letter.Date, letter.Date),
            new(words["subject"], Thai(letter.Subject)),
            new(letter.Salutation, Thai(letter.Addressee)),
            new(words["references"], [.. Numbered(letter.References, words)]),
            new(words["enclosures"], [.. Enclosures(letter.Enclosures, words)]),
            [Cause(letter, words), Request(letter, words), words["conclusion"]],
            letter.Closing,
            [.. Signer(office, words)],
            [.. Owner(office, words)],
            office.Motto is null ? null : words["motto", ("provinceName", office.Province), ("motto", office.Motto)],
            fields.Programme is null ? null : GuidelineComposer.Compose(letter, fields.Programme, words));
    }

    /// <summary>ที่ นค ๐๐๑๙.๓/๙๕๓๕, with ว before the number of a circular letter; a draft ends at the stroke.</summary>
    public static string Reference(OfficeFields office, string? number, bool isCircular, Wording words)
        => words["reference", ("province", office.ProvinceAbbr), ("unit", office.UnitCode),
            ("number", isCircular ? words["circular", ("number", number ?? "")] : number ?? "")].TrimEnd();

    /// <summary>๑๓ พฤษภาคม ๒๕๖๓; on a draft the day is left blank for the pen.</summary>
    public static string Day(DateOnly? signed, DateOnly drafted)
        => signed is { } day ? ThaiFormat.LongDate(day, Digits.Thai) : $"      {ThaiFormat.MonthYear(drafted, Digits.Thai)}";

    private static string Cause(HeadFields letter, Wording words) => words[
        "cause",
        ("year", words["year", ("year", Plain(letter.FiscalYearBe))]),
        ("department", letter.Department),
        ("project", letter.ProjectName),
        ("objective", letter.Objective)];

    private static string Request(HeadFields letter, Wording words) => words[
        "request",
        ("kind", letter.GroupKind),
        ("place", Place(letter, words)),
        ("project", letter.ProjectName),
        ("event", Event(letter, words))];

    private static string Place(HeadFields letter, Wording words)
    {
        if (letter.Group is not { } group)
        {
            return words["place-circular"];
        }

        var capital = letter.Office.Province == Provinces.Of("10").NameTh;
        var moo = group.Moo is { } number ? words["moo", ("number", Plain(number))] : "";
        var place = words[
            capital ? "place-capital" : "place",
            ("village", group.Village), ("moo", moo), ("tambon", group.Tambon), ("amphoe", group.Amphoe), ("provinceName", letter.Office.Province)];
        return moo.Length > 0 ? place : place.Replace("  ", " ", StringComparison.Ordinal);
    }

    // The group's kind and its village have a blank between them in the address, and none in the name of the place (domain §3.6).
    private static string Event(HeadFields letter, Wording words) => letter.Event is { } meeting
        ? " " + words[
            "event",
            ("date", ThaiFormat.LongDate(meeting.Date, Digits.Thai)),
            ("times", ThaiFormat.TimeRange(meeting.Start, meeting.End, Digits.Thai)),
            ("site", meeting.Site ?? words["event-site", ("kind", letter.GroupKind), ("village", letter.Group?.Village ?? "")])]
        : "";

    private static IEnumerable<string> Signer(OfficeFields office, Wording words)
    {
        yield return words["signer", ("name", office.SignerName)];
        yield return office.Capacity is null ? office.SignerPosition : $"{office.SignerPosition} {office.Capacity}";

        if (office.OnBehalfOf is not null)
        {
            yield return office.OnBehalfOf;
        }
    }

    private static IEnumerable<string> Owner(OfficeFields office, Wording words)
    {
        yield return Thai(office.OwnerUnit);

        if (office.OwnerSubUnit is not null)
        {
            yield return Thai(office.OwnerSubUnit);
        }

        if (office.Phone is not null)
        {
            yield return words["phone", ("number", PhoneNumbers.Format(office.Phone))];
        }
    }

    private static IEnumerable<Enclosure> Enclosures(IReadOnlyList<EnclosureField> enclosures, Wording words)
        => Numbered([.. enclosures.Select(e => e.Title)], words)
            .Zip(enclosures, (title, e) => new Enclosure(title, words["enclosure-count", ("count", Plain(e.Count)), ("unit", e.Unit)]));

    // One item has no number, several have ๑. ๒. …
    private static IEnumerable<string> Numbered(IReadOnlyList<string> items, Wording words)
        => items.Count == 1 ? items.Select(Thai) : items.Select((item, at) => words["item", ("number", Plain(at + 1)), ("text", item)]);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Thai(string text) => ThaiDigits.ToThai(text);
}
