using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Pages.Reporting;

/// <summary>The result report of one entry: the province writes and sends it, the Department accepts it or sends it back.</summary>
[Authorize(Permissions.View)]
internal sealed class ReportModel(AppDb db, CurrentUser user, ReportActs acts, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Results { get; set; }

    [BindProperty]
    public string? Lessons { get; set; }

    [BindProperty]
    public IList<Row> Rows { get; set; } = [];

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public NewClip Clip { get; set; } = new();

    [BindProperty]
    public new IFormFile? File { get; set; }

    public ActivityReport Report { get; private set; } = null!;
    public Entry Entry { get; private set; } = null!;
    public Clip? Shown { get; private set; }
    public DateOnly Due { get; private set; }

    public bool MayWrite => Report.WhyFixed() is null && user.May(Permissions.WriteReports, Report.Area);
    public bool MayDecide => Report is { State: ReportState.Sent, WithdrawnAt: null } && user.May(Permissions.ReviewReports, Report.Area);
    public IReadOnlyList<Problem> Missing => Report.IsOpen ? Report.WhatIsMissing(Shown is not null) : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
        => ModelState.IsValid ? await ShowAsync(id, await SaveAsync(id, ct), ct) : await AgainAsync(id, typed: true, ct);

    public async Task<IActionResult> OnPostClipAsync(Guid id, CancellationToken ct)
    {
        if (File is null)
        {
            ModelState.AddModelError(nameof(File), text["files.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(id, typed: false, ct);
        }

        await using var content = File!.OpenReadStream();
        ClipWords words = new(Clip.Title ?? "", Clip.ConsentGiven, CoversPast: true, CoversFuture: false);
        return await ShowAsync(id, await acts.Upload.RunAsync(new(id, ClipKind.Activity, new(content, File.FileName), words, Clip.Version), ct), ct, typed: false);
    }

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken ct)
        => await ShowAsync(id, await acts.Send.RunAsync(new(id, Version, LateReason), ct), ct, typed: false);

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken ct)
        => await ShowAsync(id, await acts.Accept.RunAsync(new(id, Version), ct), ct, typed: false);

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct)
        => await ShowAsync(id, await acts.Return.RunAsync(new(id, Version, Reason), ct), ct, typed: false);

    private Task<Outcome> SaveAsync(Guid id, CancellationToken ct)
        => acts.Save.RunAsync(new(id, Version, new(Results ?? "", Lessons ?? "", [.. Rows.Select(r => new Indicator(r.Code, r.Baseline, r.Target, r.Actual))])), ct);

    private async Task<IActionResult> ShowAsync(Guid id, Outcome outcome, CancellationToken ct, bool typed = true)
    {
        if (outcome.Problems.SequenceEqual(Outcome.NotFound.Problems))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say("reporting.saved");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await AgainAsync(id, typed, ct, newest: outcome.Problems.SequenceEqual(Outcome.ChangedMeanwhile.Problems));
    }

    /// <param name="typed">Whether the words of the report were in the form that was sent.</param>
    /// <param name="newest">The next try goes by the version that is shown now.</param>
    private async Task<IActionResult> AgainAsync(Guid id, bool typed, CancellationToken ct, bool newest = false)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (newest)
        {
            ModelState.Remove(nameof(Version));
            Version = Report.Version;
        }

        // A form may bring fewer rows than the report has; the page shows them all.
        Rows = [.. Rows, .. Report.Indicators.Skip(Rows.Count).Select(RowOf)];

        if (!typed)
        {
            var version = Version;
            Fill();
            Version = newest ? Version : version;
        }

        return Page();
    }

    private void Fill()
    {
        (Version, Results, Lessons) = (Report.Version, Report.Results, Report.Lessons);
        Rows = [.. Report.Indicators.Select(RowOf)];
        Clip = new() { Version = Shown?.Version ?? 0, Title = Shown?.Title, ConsentGiven = Shown?.ConsentGiven ?? false };
    }

    private static Row RowOf(Indicator indicator)
        => new() { Code = indicator.Code, Baseline = indicator.Baseline, Target = indicator.Target, Actual = indicator.Actual };

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.Set<ActivityReport>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(r => r.EntryId == id, ct) is not { } report)
        {
            return false;
        }

        Report = report;
        Entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        Shown = await db.Set<Clip>().AsNoTracking().SingleOrDefaultAsync(c => c.EntryId == id && c.Kind == ClipKind.Activity, ct);
        Due = (await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == report.CycleId).Select(c => c.Rules).SingleAsync(ct)).Due(DueDates.Report).Date;
        return true;
    }

    /// <summary>One indicator as it is typed.</summary>
    public sealed class Row
    {
        public string Code { get; set; } = "";
        public decimal? Baseline { get; set; }
        public decimal? Target { get; set; }
        public decimal? Actual { get; set; }
    }

    public sealed class NewClip
    {
        public long Version { get; set; }
        public string? Title { get; set; }
        public bool ConsentGiven { get; set; }
    }
}
