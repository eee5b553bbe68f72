using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Plans.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Checks;

/// <summary>No submission without a plan in which every section is complete.</summary>
internal sealed class PlanComplete(AppDb db) : IWorkflowGuard
{
    public string Name => "plan-complete";

    public async Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().Include(p => p.Lines).SingleOrDefaultAsync(p => p.EntryId == subject.Id, ct);

        if (plan is null)
        {
            return [new("plans.missing")];
        }

        var form = await db.FormOfAsync(plan, ct);
        return [.. PlanCheck.Of(form, plan.ReadAnswers(), [.. plan.LinesInOrder().Select(l => l.Text)]).Where(f => f.Blocks).Select(f => Placed(form.Definition, f))];
    }

    /// <summary>The problem with the words that say where in the plan it is.</summary>
    private static Problem Placed(ContentTypeDefinition form, Finding finding)
    {
        var section = form.Sections.Single(s => s.Code == finding.Section);
        var field = form.Field((finding.Problem.Field ?? "").Split('[')[0]);
        var place = new FormWords($"{section.Code}. {section.LabelTh}", $"{section.Code}. {section.LabelEn}");
        return field is null
            ? new("plans.in-section", null, ("section", place), ("problem", finding.Problem))
            : new("plans.in-field", null, ("section", place), ("field", new FormWords(field.LabelTh, field.LabelEn)), ("problem", finding.Problem));
    }
}
