using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Plans.Budget;

namespace CommunityBusinessNetwork.Plans.Checks;

/// <summary>How far a section of a plan is.</summary>
public enum SectionState
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>Something is missing.</summary>
    Started,

    /// <summary>Something is wrong.</summary>
    Mend,

    /// <summary>Nothing keeps it from being submitted.</summary>
    Done,
}

/// <summary>A section with its state and what was found in it.</summary>
public sealed record SectionProgress(FormSection Section, SectionState State, IReadOnlyList<Finding> Findings)
{
    /// <summary>What keeps it from being submitted.</summary>
    public IEnumerable<Finding> Blocking => Findings.Where(f => f.Blocks);

    /// <summary>What is wrong, as against what is still missing.</summary>
    public IEnumerable<Finding> Wrong => Blocking.Where(f => !PlanProgress.IsMissing(f));
}

/// <summary>How far a plan is, section by section.</summary>
public static class PlanProgress
{
    public static IReadOnlyList<SectionProgress> Of(PlanForm form, JsonObject answers, IReadOnlyList<LineText> lines)
    {
        var findings = PlanCheck.Of(form, answers, lines).ToLookup(f => f.Section);
        return [.. form.Definition.Sections.Select(s => new SectionProgress(s, StateOf(IsWritten(form, s, answers, lines), [.. findings[s.Code]]), [.. findings[s.Code]]))];
    }

    internal static bool IsMissing(Finding finding) => finding.Problem.Code is "fields.required" or "fields.too-few-rows";

    private static bool IsWritten(PlanForm form, FormSection section, JsonObject answers, IReadOnlyList<LineText> lines)
        => form.FieldsOf(section.Code).Any(f => answers[f.Name] is not null) || (section.Part == PlanForm.BudgetPart && lines.Count > 0);

    private static SectionState StateOf(bool written, IReadOnlyList<Finding> findings)
        => !written ? SectionState.Empty
            : findings.All(f => !f.Blocks) ? SectionState.Done
            : findings.Any(f => f.Blocks && !IsMissing(f)) ? SectionState.Mend
            : SectionState.Started;
}
