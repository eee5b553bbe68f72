using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Plans.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Reading;

/// <summary>Lays plans out for a reader. Whether this person may read the entry's plan at all is asked by the caller.</summary>
public sealed class PlanReader(AppDb db, Localizer text)
{
    /// <summary>What an entry submitted last; null while it has submitted nothing.</summary>
    /// <param name="reader">Staff sees every field, the committee those of its own and the public ones, the public only these.</param>
    /// <param name="blind">Hides what tells who is meant.</param>
    public async Task<PlanSheet?> SubmittedAsync(Guid entryId, FieldVisibility reader, bool blind, CancellationToken ct)
    {
        if (await db.SubmittedPlanAsync(entryId, ct) is not { } version)
        {
            return null;
        }

        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == version.PlanId, ct);
        var content = version.Read();
        return new(version.Number, version.TakenAt, version.Sha256, Sections(await db.FormOfAsync(plan, ct), content.Answers, [.. content.Lines.Select(l => l.Text)], reader, blind));
    }

    /// <summary>The plan as it stands now, for its own people and the staff; null while there is none.</summary>
    public async Task<PlanSheet?> CurrentAsync(Guid entryId, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().AsNoTracking().Include(p => p.Lines).SingleOrDefaultAsync(p => p.EntryId == entryId, ct);
        return plan is null
            ? null
            : new(null, plan.SavedAt, null, Sections(await db.FormOfAsync(plan, ct), plan.ReadAnswers(), [.. plan.LinesInOrder().Select(l => l.Text)], FieldVisibility.Staff, blind: false));
    }

    private List<SheetSection> Sections(PlanForm form, JsonObject answers, IReadOnlyList<LineText> lines, FieldVisibility reader, bool blind)
        =>
        [
            .. form.Definition.Sections.Select(s => new SheetSection(
                s.Code,
                Localizer.Choose(s.LabelTh, s.LabelEn),
                [.. form.FieldsOf(s.Code).Where(f => IsFor(f, reader)).Select(f => Field(f, answers[f.Name], blind && f.Identifying))],
                s.Part == PlanForm.BudgetPart ? new(lines, CutSums.Over(lines, form.Rules)) : null)),
        ];

    private static bool IsFor(FieldDefinition field, FieldVisibility reader) => reader switch
    {
        FieldVisibility.Staff => true,
        FieldVisibility.Committee => field.Visibility is FieldVisibility.Public or FieldVisibility.Committee,
        _ => field.Visibility == FieldVisibility.Public,
    };

    private SheetField Field(FieldDefinition field, JsonNode? value, bool hidden)
    {
        var label = Localizer.Choose(field.LabelTh, field.LabelEn);
        return hidden ? new(field.Name, label, "", null, Hidden: true)
            : field.Kind == FieldKind.Table ? new(field.Name, label, "", Table(field, value), Hidden: false)
            : new(field.Name, label, FieldWords.Shown(field, FieldValues.TextOf(field, value), text), null, Hidden: false);
    }

    private SheetTable Table(FieldDefinition table, JsonNode? value)
        => new(
            [.. table.Columns.Select(c => Localizer.Choose(c.LabelTh, c.LabelEn))],
            [.. table.Columns.Select(c => c.Kind is FieldKind.Number or FieldKind.Money)],
            [.. FieldValues.RowsOf(value).Select(r => (IReadOnlyList<string>)[.. table.Columns.Select(c => FieldWords.Shown(c, FieldValues.CellOf(r, c.Name), text))])]);
}
