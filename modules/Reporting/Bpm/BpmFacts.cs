using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>What a province writes for BPM about one entry (domain §8). The rest of the record is known: the group, the place, the money.</summary>
/// <param name="ActivityCode">Plan, product or activity as BPM numbers it.</param>
/// <param name="ReporterPhone">Digits only. Not public.</param>
public sealed record BpmFacts(
    string? ActivityCode, string? ActivityName, string? Place, DateOnly? StartDate, DateOnly? EndDate, int? PeopleTarget, int? Men, int? Women,
    string? Results, string? Benefits, string? Obstacles, string? Suggestions, string? GoodPractice,
    string? ReporterName, string? ReporterPosition, string? ReporterPhone, DateOnly? ReportDate)
{
    private const int LongestWords = 200;
    private const int LongestText = 4000;

    public static readonly BpmFacts None = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>What cannot even be kept in a draft.</summary>
    internal IReadOnlyList<Problem> CheckDraft()
    {
        List<Problem> problems = [];

        foreach (var (field, value, longest) in Texts())
        {
            var length = TextElements.Count(value ?? "");

            if (length > longest)
            {
                problems.Add(new("fields.too-long", field, ("max", longest), ("length", length)));
            }

            if (NationalId.AppearsIn(value))
            {
                problems.Add(new("fields.national-id", field));
            }
        }

        foreach (var (field, value) in Numbers().Where(n => n.Value < 0))
        {
            problems.Add(new("fields.too-small", field, ("min", 0)));
        }

        return problems;
    }

    /// <summary>What is missing before the record is complete.</summary>
    internal IReadOnlyList<Problem> Check(DateOnly today)
    {
        List<Problem> problems = [.. CheckDraft()];
        problems.AddRange(Needed().Where(n => string.IsNullOrWhiteSpace(n.Value)).Select(n => new Problem("fields.required", n.Field)));
        problems.AddRange(Days().Where(d => d.Value is null).Select(d => new Problem("fields.required", d.Field)));
        problems.AddRange(Numbers().Where(n => n.Value is null).Select(n => new Problem("fields.required", n.Field)));

        if (EndDate < StartDate)
        {
            problems.Add(new("reporting.ends-before-start", nameof(EndDate)));
        }

        if (ReportDate > today)
        {
            problems.Add(new("reporting.date-to-come", nameof(ReportDate), ("today", today)));
        }

        if (!string.IsNullOrWhiteSpace(ReporterPhone) && PhoneNumbers.Normalise(ReporterPhone) is null)
        {
            problems.Add(new("reporting.no-phone", nameof(ReporterPhone)));
        }

        return problems;
    }

    private IEnumerable<(string Field, string? Value)> Needed() =>
    [
        (nameof(ActivityName), ActivityName), (nameof(Place), Place), (nameof(Results), Results), (nameof(Benefits), Benefits),
        (nameof(ReporterName), ReporterName), (nameof(ReporterPosition), ReporterPosition), (nameof(ReporterPhone), ReporterPhone),
    ];

    private IEnumerable<(string Field, DateOnly? Value)> Days() => [(nameof(StartDate), StartDate), (nameof(EndDate), EndDate), (nameof(ReportDate), ReportDate)];

    private IEnumerable<(string Field, int? Value)> Numbers() => [(nameof(PeopleTarget), PeopleTarget), (nameof(Men), Men), (nameof(Women), Women)];

    private IEnumerable<(string Field, string? Value, int Longest)> Texts() =>
    [
        (nameof(ActivityCode), ActivityCode, LongestWords), (nameof(ActivityName), ActivityName, LongestWords), (nameof(Place), Place, LongestWords),
        (nameof(Results), Results, LongestText), (nameof(Benefits), Benefits, LongestText), (nameof(Obstacles), Obstacles, LongestText),
        (nameof(Suggestions), Suggestions, LongestText), (nameof(GoodPractice), GoodPractice, LongestText),
        (nameof(ReporterName), ReporterName, LongestWords), (nameof(ReporterPosition), ReporterPosition, LongestWords), (nameof(ReporterPhone), ReporterPhone, LongestWords),
    ];
}
