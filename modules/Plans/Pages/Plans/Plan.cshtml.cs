using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Pages.Plans;

/// <summary>A group writes its plan, one section at a time.</summary>
[Authorize(Permissions.Edit)]
internal sealed class PlanModel(AppDb db, CurrentUser user, StartPlan startPlan, SavePlan savePlan, Localizer text) : PageModel
{
    [BindProperty]
    public SectionForm Form { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    public Entry Entry { get; private set; } = null!;
    public DateTimeOffset SubmitsUntil { get; private set; }
    public Plan? Plan { get; private set; }
    public PlanForm Blueprint { get; private set; } = null!;
    public IReadOnlyList<SectionProgress> Sections { get; private set; } = [];
    public SectionProgress Section { get; private set; } = null!;
    public FormSection? Previous { get; private set; }
    public FormSection? Next { get; private set; }
    public bool HasBudget => Section.Section.Part == PlanForm.BudgetPart;

    /// <summary>What somebody else saved in this section, where it is not what is typed here.</summary>
    public IReadOnlyList<(string Label, string Text)> Theirs { get; private set; } = [];

    public int Done => Sections.Count(s => !s.Blocking.Any());
    public FieldDefinition FieldOf(string name) => Blueprint.Definition.Field(name)!;
    public string? MasterName => Blueprint.FieldsOf(Section.Section.Code).SingleOrDefault(f => f.Name == SectionForm.MasterField) is { } master
        ? FieldValues.TextOf(master, Plan!.ReadAnswers()[master.Name])
        : null;

    /// <summary>The sums of what stands in the form, as far as it can be read.</summary>
    public IReadOnlyList<CutSum> Cuts => CutSums.Over(LinesRead(), Blueprint.Rules);

    public Money AmountOf(int line) => LinesRead()[line].Amount;

    public IEnumerable<SelectListItem> Activities
        => Blueprint.Definition.Field("actions") is null
            ? []
            : FieldValues.RowsOf(Plan!.ReadAnswers()["actions"]).Select(r => FieldValues.CellOf(r, "activity")).Where(a => a.Length > 0).Distinct().Select(a => new SelectListItem(a, a));

    public async Task<IActionResult> OnGetAsync(Guid id, string? section, CancellationToken ct)
    {
        if (!await LoadAsync(id, section, ct))
        {
            return NotFound();
        }

        if (!Entry.TakesChanges)
        {
            return RedirectToPage("/Plans/Read", new { id });
        }

        if (Plan is not null)
        {
            Form = SectionForm.Of(Blueprint, Section.Section, Plan);
            Version = Plan.Version;
            ShowFindings();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct)
    {
        var outcome = await startPlan.RunAsync(id, ct);
        return outcome.Succeeded ? RedirectToPage(new { id }) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? section, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(id, section, ct) || Plan is null)
        {
            return NotFound();
        }

        if (Form.Turn(act, Blueprint))
        {
            ModelState.Clear();
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await savePlan.RunAsync(Form.ToInput(id, Version, HasBudget), ct);

        if (!outcome.Succeeded)
        {
            return await RefusedAsync(id, outcome, ct);
        }

        this.Say("plans.saved");
        return RedirectToPage(new { id, section = act == "next" && Next is not null ? Next.Code : Section.Section.Code });
    }

    /// <summary>Saves while somebody types. The answer says at which version the form now stands, or what to tell.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, string? section, CancellationToken ct)
    {
        if (!await LoadAsync(id, section, ct) || Plan is null)
        {
            return NotFound();
        }

        var outcome = await savePlan.RunAsync(Form.ToInput(id, Version, HasBudget), ct);
        var saved = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == Plan.Id, ct);
        return outcome.Succeeded
            ? new JsonResult(new { version = saved.Version, at = text["plans.saved-at", ("time", PageFormat.DateAndTimeToTheSecond(saved.SavedAt))] })
            : new JsonResult(new { told = text[outcome.Problems[0]] });
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Outcome outcome, CancellationToken ct)
    {
        if (outcome == Outcome.NotFound || !await LoadAsync(id, Section.Section.Code, ct))
        {
            return NotFound();
        }

        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(Form.KeyOf(problem.Field), text[problem]);
        }

        if (outcome == Outcome.ChangedMeanwhile)
        {
            Theirs = Differences();

            // Told once: saving again is then meant.
            ModelState.Remove(nameof(Version));
            Version = Plan!.Version;
        }

        return Page();
    }

    private List<(string Label, string Text)> Differences()
    {
        var latest = SectionForm.Of(Blueprint, Section.Section, Plan!);
        List<(string, string)> theirs =
        [
            .. latest.Fields.Where(f => Form.Fields.SingleOrDefault(mine => mine.Name == f.Name) is { } mine && (mine.Text ?? "").Trim() != f.Text)
                .Select(f => (Label(f.Name), f.Text ?? "")),
            .. latest.Tables.SelectMany(t => t.Rows.Index()
                .Where(r => !Cells(Form.Tables.SingleOrDefault(mine => mine.Name == t.Name)?.Rows.ElementAtOrDefault(r.Index)).SequenceEqual(Cells(r.Item)))
                .Select(r => ($"{Label(t.Name)} {r.Index + 1}", string.Join(" · ", Cells(r.Item).Where(c => c.Length > 0))))),
        ];

        if (HasBudget)
        {
            theirs.AddRange(latest.Lines.Index().Where(l => !Same(l.Item, Form.Lines.ElementAtOrDefault(l.Index)))
                .Select(l => (text["plans.line", ("number", l.Index + 1)], $"{l.Item.Description} {l.Item.Quantity} × {l.Item.UnitPrice}")));
        }

        return theirs;
    }

    private string Label(string field) => Localizer.Choose(FieldOf(field).LabelTh, FieldOf(field).LabelEn);

    private static IEnumerable<string> Cells(TypedRow? row) => row?.Cells.Select(c => c.Text ?? "") ?? [];

    private static bool Same(LineForm latest, LineForm? mine)
        => mine is not null && (latest.Description ?? "", latest.Quantity ?? "", latest.UnitPrice ?? "") == (mine.Description ?? "", mine.Quantity ?? "", mine.UnitPrice ?? "");

    /// <summary>What is wrong stands beside its field from the start; what is merely missing does not shout.</summary>
    private void ShowFindings()
    {
        foreach (var finding in Section.Wrong)
        {
            ModelState.AddModelError(Form.KeyOf(finding.Problem.Field), text[finding.Problem]);
        }
    }

    private List<LineText> LinesRead() => [.. Form.Lines.Index().Select(l => l.Item.ToTyped().Read(l.Index, Blueprint.Rules, []))];

    private async Task<bool> LoadAsync(Guid id, string? section, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().PlannedBy(user).SingleOrDefaultAsync(e => e.Id == id, ct);

        if (entry is null)
        {
            return false;
        }

        Entry = entry;
        SubmitsUntil = entry.SubmitsUntil(await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == entry.CycleId, ct));
        Plan = await db.Set<Plan>().AsNoTracking().Include(p => p.Lines).SingleOrDefaultAsync(p => p.EntryId == id, ct);
        return Plan is null || await OpenSectionAsync(Plan, section, ct);
    }

    private async Task<bool> OpenSectionAsync(Plan plan, string? code, CancellationToken ct)
    {
        Blueprint = await db.FormOfAsync(plan, ct);
        Sections = PlanProgress.Of(Blueprint, plan.ReadAnswers(), [.. plan.LinesInOrder().Select(l => l.Text)]);
        var at = code is null ? 0 : Sections.ToList().FindIndex(s => string.Equals(s.Section.Code, code, StringComparison.OrdinalIgnoreCase));

        if (at < 0)
        {
            return false;
        }

        Section = Sections[at];
        Previous = Sections.ElementAtOrDefault(at - 1)?.Section;
        Next = Sections.ElementAtOrDefault(at + 1)?.Section;
        return true;
    }
}
