using System.Globalization;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>Makes the seven steps of the guideline from the numbers and dates of the cycle.</summary>
internal static class GuidelineComposer
{
    public static Guideline Compose(HeadFields letter, GuidelineFields programme, Wording words)
    {
        var kind = ("kind", letter.GroupKind);
        var operation = ("operation", words["operation"]);
        var places = ("places", Number(programme.Tiers.Sum(t => t.Count)));

        IReadOnlyList<GuidelineStep> steps =
        [
            new(
                words["step-1", kind, ("project", Prior(programme, words)), ("year", words["year", ("year", Plain(programme.PriorYearBe))])],
                [
                    words["step-1-plan", kind],
                    words["step-1-clip", operation, ("minutes", programme.ClipMaxMinutes.ToString("0.##", CultureInfo.InvariantCulture))],
                    words["step-1-send", ("due", By(programme.SubmitBy, words))],
                ]),
            new(words["step-2", kind, ("targets", Number(programme.TargetCount)), ("shortlist", Number(programme.ShortlistCount)), ("due", By(programme.Round1By, words))], []),
            new(words["step-3", kind, ("levels", Number(programme.Tiers.Count)), ("tiers", Tiers(programme, "tier", words)), ("due", By(programme.Round2By, words))], []),
            new(words["step-4", places, ("tiers", Tiers(programme, "tier-award", words)), ("due", In(programme.AwardMonth, words))], []),
            new(words["step-5", ("due", By(programme.ProcureBy, words))], []),
            new(words["step-6", ("department", letter.Department), ("due", By(programme.BpmBy, words))], []),
            new(words["step-7", places, ("due", ByDayAndMonth(programme.EvaluateBy, words))], []),
        ];

        return new(
            [words["guideline"], ThaiDigits.ToThai(letter.ProjectName)],
            [.. steps.Select((step, at) => new GuidelineStep(
                words["item", ("number", Plain(at + 1)), ("text", step.Text)],
                [.. step.Bullets.Select(b => words["bullet", ("text", b)])]))]);
    }

    private static string Prior(GuidelineFields programme, Wording words)
        => programme.PriorProject.Replace("{OPERATION}", words["operation"], StringComparison.Ordinal);

    private static string Tiers(GuidelineFields programme, string key, Wording words)
        => string.Join(' ', programme.Tiers.Select(t => words[key, ("name", t.Name), ("count", Number(t.Count)), ("award", ThaiFormat.Baht(t.Award))]));

    private static string By(DueBy due, Wording words)
        => due.IsMonth ? words["by-month", Month(due)] : words["by-day", ("date", ThaiFormat.LongDate(due.Date))];

    private static string In(DueBy due, Wording words)
        => due.IsMonth ? words["in-month", Month(due)] : words["on-day", ("date", ThaiFormat.LongDate(due.Date))];

    // The last step alone writes the word for month between day and month (domain §3.7).
    private static string ByDayAndMonth(DueBy due, Wording words)
        => due.IsMonth ? By(due, words) : words["by-day-and-month", ("day", Plain(due.Date.Day)), Month(due)];

    private static (string Gap, string Filling) Month(DueBy due) => ("month", ThaiFormat.MonthYear(due.Date));

    private static string Number(int number) => ThaiFormat.Number(number);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
