using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Plans.Checks;

/// <summary>
/// Answers that do not go together (domain §5.1). The rules know fields by name; a form without such a field has no such rule.
/// </summary>
internal static class FactCheck
{
    public static IReadOnlyList<Finding> Of(PlanForm form, JsonObject answers)
    {
        var facts = new Facts(form, answers);
        return [.. Members(facts), .. Loans(facts), .. Focus(facts), .. Objectives(facts), .. Window(facts)];
    }

    private static IEnumerable<Finding> Members(Facts facts)
    {
        foreach (var part in (string[])["membersFemale", "committee"])
        {
            if (facts.Number(part) > facts.Number("members"))
            {
                yield return facts.Finding("plans.more-than-members", part);
            }
        }
    }

    private static IEnumerable<Finding> Loans(Facts facts)
    {
        if (facts.Number("loans") > facts.Number("savings") * 1.5m)
        {
            yield return facts.Finding("plans.loans-exceed-savings", "loans") with { Blocks = false };
        }
    }

    private static IEnumerable<Finding> Focus(Facts facts)
    {
        var rows = facts.Rows("businesses");

        if (rows.Count > 0 && rows.Count(r => FieldValues.CellOf(r, "focus") == "true") != 1)
        {
            yield return facts.Finding("plans.one-focus", "businesses");
        }
    }

    /// <summary>The project's two objectives: jobs and income, and welfare.</summary>
    private static IEnumerable<Finding> Objectives(Facts facts)
    {
        var rows = facts.Rows("goals");
        var missing = rows.Count > 0
            ? facts.Form.Definition.Field("goals")?.Columns.SingleOrDefault(c => c.Name == "objective")?.Choices
                .FirstOrDefault(choice => rows.All(r => FieldValues.CellOf(r, "objective") != choice.Value))
            : null;

        if (missing is not null)
        {
            yield return facts.Finding("plans.objective-missing", "goals", ("objective", new FormWords(missing.LabelTh, missing.LabelEn)));
        }
    }

    /// <summary>Everything is done between the month of the allotment and the end of the fiscal year.</summary>
    private static IEnumerable<Finding> Window(Facts facts)
    {
        var allotted = facts.Form.Rules.Due(DueDates.Allot).Date;
        var first = new DateOnly(allotted.Year, allotted.Month, 1);
        var last = new FiscalYear(facts.Form.FiscalYearBe).LastDay;

        foreach (var (at, row) in facts.Rows("actions").Index())
        {
            var (from, to) = (Date(row, "from"), Date(row, "to"));

            if (from < first || to > last || from > last || to < first)
            {
                yield return facts.Finding("plans.outside-the-cycle", Cell("actions", at, from < first || from > last ? "from" : "to"), ("first", first), ("last", last));
            }

            if (to < from)
            {
                yield return facts.Finding("plans.ends-before-it-begins", Cell("actions", at, "to"));
            }
        }
    }

    private static DateOnly? Date(JsonObject row, string column)
        => DateOnly.TryParseExact(FieldValues.CellOf(row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Cell(string table, int row, string column) => string.Create(CultureInfo.InvariantCulture, $"{table}[{row}].{column}");

    private sealed record Facts(PlanForm Form, JsonObject Answers)
    {
        public decimal? Number(string field)
            => Form.Definition.Field(field) is { } definition
                && decimal.TryParse(FieldValues.TextOf(definition, Answers[field]), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;

        public IReadOnlyList<JsonObject> Rows(string table) => Form.Definition.Field(table) is null ? [] : FieldValues.RowsOf(Answers[table]);

        public Finding Finding(string code, string field, params (string Name, object Value)[] args)
            => new(Form.Definition.Field(field.Split('[')[0])!.Section ?? "", new(code, field, args));
    }
}
