using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Plans.Versions;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>The indicators as the submitted plan begins them: baselines from its sections, and its own goals with their targets.</summary>
internal static class PlannedIndicators
{
    private const int MonthsOfAYear = 12;
    private const decimal Whole = 100m;

    public static IReadOnlyList<Indicator> Of(PlanContent? plan)
    {
        var answers = plan?.Answers ?? [];
        return [.. ProgrammeIndicators.Codes.Select(c => new Indicator(c, BaselineOf(c, answers), c == ProgrammeIndicators.Spent ? Whole : null, null)), .. Goals(answers)];
    }

    private static decimal? BaselineOf(string code, JsonObject answers) => code switch
    {
        ProgrammeIndicators.Revenue => PerMonth(Focus(answers, "revenue")),
        ProgrammeIndicators.Profit => PerMonth(Focus(answers, "profit")),
        ProgrammeIndicators.Savings => Number(answers["savings"]?["Value"]),
        ProgrammeIndicators.Welfare => Number(answers["welfareFund"]?["Value"]),
        ProgrammeIndicators.Businesses => FieldValues.RowsOf(answers["businesses"]) is { Count: > 0 } rows ? rows.Count : null,
        ProgrammeIndicators.Partners => FieldValues.RowsOf(answers["partners"]).Count,
        ProgrammeIndicators.Spent => 0,
        _ => null,
    };

    private static IEnumerable<Indicator> Goals(JsonObject answers)
        => FieldValues.RowsOf(answers["goals"]).Index().Select(g => new Indicator(
            string.Create(CultureInfo.InvariantCulture, $"G{g.Index + 1}"), Number(g.Item["baseline"]), Number(g.Item["target"]), null)
        {
            GoalTh = FieldValues.CellOf(g.Item, "text"),
            UnitTh = FieldValues.CellOf(g.Item, "unit"),
        });

    /// <summary>A cell of the business that the plan is about.</summary>
    private static decimal? Focus(JsonObject answers, string column)
    {
        var rows = FieldValues.RowsOf(answers["businesses"]);
        return rows.Count == 0 ? null : Number((rows.FirstOrDefault(r => FieldValues.CellOf(r, "focus") is "true" or "True") ?? rows[0])[column]);
    }

    private static decimal? PerMonth(decimal? ofAYear) => ofAYear is { } sum ? decimal.Round(sum / MonthsOfAYear, 2, MidpointRounding.AwayFromZero) : null;

    private static decimal? Number(JsonNode? value)
        => value is JsonValue plain && decimal.TryParse(plain.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
