using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Packages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Pages.Reporting;

/// <summary>The BPM record of one entry: what is known, what the province writes, its files, the package, the confirmation.</summary>
[Authorize(Permissions.View)]
internal sealed class BpmModel(AppDb db, CurrentUser user, BpmActs acts, PackageQuery packages, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public BpmFacts Facts { get; set; } = BpmFacts.None;

    [BindProperty]
    public NewFile Attachment { get; set; } = new();

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public Typed Confirmation { get; set; } = new();

    public BpmRecord Record { get; private set; } = null!;
    public BpmContext Context { get; private set; } = null!;
    public IReadOnlyList<Problem> Missing { get; private set; } = [];
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } = new Dictionary<Guid, StoredFile>();

    public DateOnly Due => Context.Cycle.Rules.Due(DueDates.Bpm).Date;
    public bool MayWrite => Record.WhyFixed() is null && user.May(Permissions.WriteReports, Record.Area);
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AttachmentKind>().Select(k => new SelectListItem(text[$"reporting.kind-{k}"], k.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, [FromServices] TimeProvider time, CancellationToken ct)
    {
        if (!await LoadAsync(id, time, ct))
        {
            return NotFound();
        }

        (Version, Facts) = (Record.Version, Record.Facts);
        return Page();
    }

    /// <summary>The package, whole or not at all.</summary>
    public async Task<IActionResult> OnGetPackageAsync(Guid id, [FromServices] BpmPackage package, [FromServices] TimeProvider time, CancellationToken ct)
    {
        var content = await packages.RunAsync(id, ct);

        if (!content.Succeeded)
        {
            return content.Problems.SequenceEqual(Outcome.NotFound.Problems) || !await LoadAsync(id, time, ct) ? NotFound() : RedirectToPage(new { id });
        }

        return base.File(await package.OpenAsync(content.Value, ct), "application/zip", content.Value.FileName);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] TimeProvider time, CancellationToken ct)
        => ModelState.IsValid ? await ShowAsync(id, await acts.Save.RunAsync(new(id, Version, Facts), ct), time, ct) : await AgainAsync(id, time, ct);

    public async Task<IActionResult> OnPostAttachAsync(Guid id, [FromServices] TimeProvider time, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(id, time, ct);
        }

        await using var content = File?.OpenReadStream();
        AttachmentWords words = new(Attachment.Kind, Attachment.Caption, Attachment.TakenOn, Attachment.ConsentGiven);
        return await ShowAsync(id, await acts.Attach.RunAsync(new(id, Version, words, content is null ? null : new(content, File!.FileName)), ct), time, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid attachmentId, [FromServices] TimeProvider time, CancellationToken ct)
        => await ShowAsync(id, await acts.Remove.RunAsync(new(id, Version, attachmentId), ct), time, ct);

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, [FromServices] TimeProvider time, CancellationToken ct)
        => ModelState.IsValid
            ? await ShowAsync(id, await acts.Confirm.RunAsync(new(id, Version, Confirmation.Read()), ct), time, ct)
            : await AgainAsync(id, time, ct);

    private async Task<IActionResult> ShowAsync(Guid id, Outcome outcome, TimeProvider time, CancellationToken ct)
    {
        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say("reporting.saved");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await AgainAsync(id, time, ct, newest: outcome == Outcome.ChangedMeanwhile);
    }

    /// <param name="newest">The next try goes by the version that is shown now.</param>
    private async Task<IActionResult> AgainAsync(Guid id, TimeProvider time, CancellationToken ct, bool newest = false)
    {
        if (!await LoadAsync(id, time, ct))
        {
            return NotFound();
        }

        if (newest)
        {
            ModelState.Remove(nameof(Version));
            Version = Record.Version;
        }

        // The words are in their own form only; the other forms show what is stored.
        Facts = ModelState.Keys.Any(k => k.StartsWith($"{nameof(Facts)}.", StringComparison.Ordinal)) ? Facts : Record.Facts;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, TimeProvider time, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.Set<BpmRecord>().AsNoTracking().VisibleTo(user).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.EntryId == id, ct) is not { } record)
        {
            return false;
        }

        Record = record;
        Context = await packages.ContextOfAsync(record, ct);
        Missing = record.IsConfirmed ? [] : record.WhatIsMissing(time.Today());
        var ids = record.Attachments.Select(a => a.FileId).ToList();
        Files = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return true;
    }

    public sealed class NewFile
    {
        public AttachmentKind Kind { get; set; }
        public string? Caption { get; set; }
        public DateOnly? TakenOn { get; set; }
        public bool ConsentGiven { get; set; }
    }

    /// <summary>What is typed about the record's place in BPM.</summary>
    public sealed class Typed
    {
        public string? Reference { get; set; }
        public DateOnly? RecordedAt { get; set; }
        public TimeOnly? RecordedTime { get; set; }
        public string? LateReason { get; set; }

        internal BpmConfirmation Read()
            => new(Reference, RecordedAt is { } day && RecordedTime is { } at ? BangkokTime.At(day, at) : null, LateReason);
    }
}
