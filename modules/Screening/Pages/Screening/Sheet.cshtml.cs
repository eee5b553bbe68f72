using System.Globalization;
using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Reading;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The plan and the clip on one side, the sheet on the other.</summary>
[Authorize(Permissions.Score)]
internal sealed class SheetModel(AppDb db, CurrentUser user, PlanReader plans, Localizer text) : PageModel
{
    [BindProperty]
    public IList<Row> Form { get; set; } = [];

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? ChangeReason { get; set; }

    public ScoreSheet Sheet { get; private set; } = null!;

    /// <summary>What was submitted; null when an entry came without.</summary>
    public PlanSheet? Plan { get; private set; }

    public ClipView? Clip { get; private set; }

    /// <summary>Which of her sheets it is, and of how many.</summary>
    public (int At, int Of, int Complete) Progress { get; private set; }

    public Guid? Previous { get; private set; }
    public Guid? Next { get; private set; }

    public IReadOnlyList<Criterion> Criteria => Sheet.Round.Rules.Criteria;
    public bool MayMark => Sheet.Round.State == RoundState.Open && Sheet.State == SheetState.Draft;
    public bool MayChange => Sheet.Round.State == RoundState.Discussion && Sheet.State == SheetState.Final;
    public string Province => Localizer.IsEnglish ? Provinces.Of(Sheet.Contender.ProvinceCode).NameEn : Provinces.Of(Sheet.Contender.ProvinceCode).NameTh;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Version = Sheet.Version;
        Form = [.. Criteria.Select(c => Row.Of(c, Sheet.Current.SingleOrDefault(m => m.Criterion == c.Code)))];
        return Page();
    }

    /// <summary>Saves and stays.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] SaveScore saveScore, CancellationToken ct)
        => await AnswerAsync(id, await saveScore.RunAsync(new(id, Version, Marks()), ct), "screening.saved", ct);

    /// <summary>Saves and goes on to the next sheet.</summary>
    public async Task<IActionResult> OnPostNextAsync(Guid id, [FromServices] SaveScore saveScore, CancellationToken ct)
    {
        var outcome = await saveScore.RunAsync(new(id, Version, Marks()), ct);

        if (outcome.Succeeded && await LoadAsync(id, ct) && Next is { } next)
        {
            return RedirectToPage(new { id = next });
        }

        return await AnswerAsync(id, outcome, "screening.saved", ct);
    }

    /// <summary>Saves and locks.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(Guid id, [FromServices] SaveScore saveScore, [FromServices] SubmitSheet submitSheet, CancellationToken ct)
    {
        var outcome = await saveScore.RunAsync(new(id, Version, Marks()), ct);

        if (outcome.Succeeded)
        {
            // What was saved stays saved when the lock is refused.
            outcome = await submitSheet.RunAsync(new(id, Version + 1), ct);
        }

        return await AnswerAsync(id, outcome, "screening.sheet-locked", ct);
    }

    /// <summary>In the discussion: a new edition with a reason.</summary>
    public async Task<IActionResult> OnPostChangeAsync(Guid id, [FromServices] ChangeScore changeScore, CancellationToken ct)
        => await AnswerAsync(id, await changeScore.RunAsync(new(id, Version, Marks(), ChangeReason), ct), "screening.changed", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        // The tab is up to date again; what was typed is still in it.
        Version = Sheet.Version;
        ModelState.Remove(nameof(Version));

        foreach (var problem in outcome.Problems)
        {
            // The reason's field is named by its place in the form, the problem by its criterion.
            var at = Form.ToList().FindIndex(r => r.Criterion == problem.Field);
            ModelState.AddModelError(at >= 0 ? $"Form[{at}].Reason" : problem.Field ?? "", text[problem]);
        }

        return Page();
    }

    private IReadOnlyList<Mark> Marks() => [.. Form.Where(r => r.Level is not null).Select(r => r.ToMark())];

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var mine = db.Set<ScoreSheet>().AsNoTracking().ScorableBy(user);
        var sheet = await mine.Include(s => s.Round).Include(s => s.Contender).SingleOrDefaultAsync(s => s.Id == id, ct);

        if (sheet is null)
        {
            return false;
        }

        Sheet = sheet;
        Plan = await plans.SubmittedAsync(sheet.Contender.EntryId, FieldVisibility.Committee, sheet.Round.HidesNames, ct);
        Clip = await db.ClipOfAsync(sheet.Contender.EntryId, ClipKind.Application, ct);
        var order = await mine.Where(s => s.RoundId == sheet.RoundId).OrderBy(s => s.Position).Select(s => new { s.Id, s.Marked }).ToListAsync(ct);
        var at = order.FindIndex(s => s.Id == id);
        Progress = (at + 1, order.Count, order.Count(s => s.Marked == Criteria.Count));
        Previous = at > 0 ? order[at - 1].Id : null;
        Next = at + 1 < order.Count ? order[at + 1].Id : null;
        return true;
    }

    /// <summary>One criterion of the form.</summary>
    /// <param name="Level">"0" to "5", <see cref="NoOpinion"/>, or nothing yet.</param>
    public sealed record Row(string Criterion, string? Level, string? Reason)
    {
        public const string NoOpinion = "none";

        internal static Row Of(Criterion criterion, Mark? mark)
            => new(criterion.Code, mark is null ? null : mark.Level?.ToString(CultureInfo.InvariantCulture) ?? NoOpinion, mark?.Reason);

        /// <exception cref="FormatException">The level is none that the form offers.</exception>
        internal Mark ToMark() => new(Criterion, Level == NoOpinion ? null : int.Parse(Level!, NumberStyles.None, CultureInfo.InvariantCulture), Reason);
    }
}
