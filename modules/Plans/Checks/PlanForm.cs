using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Checks;

/// <summary>What a plan is measured by: the version of the form it is written on, and the numbers and dates of its cycle.</summary>
public sealed record PlanForm(ContentTypeDefinition Definition, int Number, CycleRules Rules, int FiscalYearBe)
{
    /// <summary>The content type whose fields are the form.</summary>
    public const string Type = "Plan";

    /// <summary>The part that stands for the budget in its section.</summary>
    public const string BudgetPart = "PlanBudget";

    /// <summary>The section that holds the budget.</summary>
    public string BudgetSection => Definition.Sections.Single(s => s.Part == BudgetPart).Code;

    public IEnumerable<FieldDefinition> FieldsOf(string section) => Definition.Fields.Where(f => f.Section == section && !f.Retired);
}

internal static class PlanForms
{
    /// <summary>The form of a plan.</summary>
    public static async Task<PlanForm> FormOfAsync(this AppDb db, Plan plan, CancellationToken ct)
    {
        var definition = await db.Set<ContentType>().AsNoTracking()
            .Where(t => t.Name == PlanForm.Type && t.Number == plan.FormNumber).Select(t => t.Definition).SingleAsync(ct);
        var cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == plan.CycleId, ct);
        return new(definition, plan.FormNumber, cycle.Rules, cycle.FiscalYearBe);
    }
}

/// <summary>Words of the form in both languages, as an argument of a message.</summary>
internal sealed record FormWords(string Th, string En)
{
    public override string ToString() => Localizer.Choose(Th, En);
}
