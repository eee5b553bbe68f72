using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Budget;

namespace CommunityBusinessNetwork.Plans.Checks;

/// <summary>Something that a plan lacks or that looks wrong in it.</summary>
/// <param name="Section">The code of the form's section.</param>
/// <param name="Blocks">Keeps the plan from being submitted; otherwise it only wants a second look.</param>
public sealed record Finding(string Section, Problem Problem, bool Blocks = true);

/// <summary>What a plan still lacks before it may be submitted (domain §5). Nothing here refuses a save.</summary>
public static class PlanCheck
{
    public static IReadOnlyList<Finding> Of(PlanForm form, JsonObject answers, IReadOnlyList<LineText> lines)
    {
        List<Finding> findings = [];

        foreach (var field in form.Definition.Fields.Where(f => !f.Retired))
        {
            findings.AddRange(ProblemsOf(field, answers[field.Name]).Select(p => new Finding(field.Section ?? "", p)));
        }

        findings.AddRange(FactCheck.Of(form, answers));
        findings.AddRange(BudgetCheck.Of(lines, form.Rules).Select(p => new Finding(form.BudgetSection, p)));
        return findings;
    }

    private static IReadOnlyList<Problem> ProblemsOf(FieldDefinition field, JsonNode? value)
        => field.Kind == FieldKind.Table ? FieldValues.CheckRows(field, value)
            : FieldValues.Check(field, value) is { } problem ? [problem]
            : [];
}

/// <summary>What the budget lines lack: each line by itself, the priorities, and every tier's cut to the satang.</summary>
public static class BudgetCheck
{
    private const int ShortestDescription = 3;
    private const int LongestDescription = 200;

    public static IReadOnlyList<Problem> Of(IReadOnlyList<LineText> lines, Programmes.Cycles.CycleRules rules)
    {
        List<Problem> problems = [];

        foreach (var (at, line) in lines.Index())
        {
            problems.AddRange(OfLine(at, line));
        }

        problems.AddRange(lines.Index()
            .Where(l => l.Item.Priority is { } priority && lines.Take(l.Index).Any(earlier => earlier.Priority == priority))
            .Select(l => new Problem("plans.priority-twice", Field(l.Index, nameof(LineText.Priority)), ("priority", l.Item.Priority!.Value))));
        problems.AddRange(CutSums.Over(lines, rules).Where(c => !c.Fits).Select(Differs));
        return problems;
    }

    /// <summary>"The budget sums to … and must be … (differs by …)."</summary>
    public static Problem Differs(CutSum cut)
        => new("plans.sum-differs", $"cut:{cut.Tier.Code}", ("sum", cut.Sum), ("award", cut.Tier.Award), ("diff", cut.Lacking < Money.Zero ? -cut.Lacking : cut.Lacking));

    private static IEnumerable<Problem> OfLine(int at, LineText line)
    {
        if (TextElements.Count(line.Description) is var length && length is < ShortestDescription or > LongestDescription)
        {
            yield return length == 0
                ? Missing(at, nameof(LineText.Description))
                : length < ShortestDescription
                    ? new("fields.too-short", Field(at, nameof(LineText.Description)), ("min", ShortestDescription), ("length", length))
                    : new("fields.too-long", Field(at, nameof(LineText.Description)), ("max", LongestDescription), ("length", length));
        }

        if (!Categories.Open.Contains(line.Category))
        {
            yield return line.Category.Length == 0 ? Missing(at, nameof(LineText.Category)) : new("plans.category-closed", Field(at, nameof(LineText.Category)));
        }

        if (line.Unit.Length == 0)
        {
            yield return Missing(at, nameof(LineText.Unit));
        }

        if (line.Quantity is not > 0)
        {
            yield return line.Quantity is null ? Missing(at, nameof(LineText.Quantity)) : new("plans.not-positive", Field(at, nameof(LineText.Quantity)));
        }

        if (line.UnitPrice is null || line.UnitPrice.Value <= Money.Zero)
        {
            yield return line.UnitPrice is null ? Missing(at, nameof(LineText.UnitPrice)) : new("plans.not-positive", Field(at, nameof(LineText.UnitPrice)));
        }

        if (line.Priority is not > 0)
        {
            yield return Missing(at, nameof(LineText.Priority));
        }
    }

    private static Problem Missing(int at, string name) => new("fields.required", Field(at, name));

    private static string Field(int at, string name) => TypedLine.FieldOf(at, name);
}
