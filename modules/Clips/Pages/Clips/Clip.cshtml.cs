using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Pages.Clips;

/// <summary>The clip of an entry: to see, and for its people to upload. The second kind is the clip of the activity.</summary>
[Authorize(Permissions.View)]
internal sealed class ClipModel(AppDb db, CurrentUser user, Localizer text) : PageModel
{
    private ClipKind _kind;

    [BindProperty]
    public WordsForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public IFormFile? Captions { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public Entry Entry { get; private set; } = null!;
    public ClipView? Clip { get; private set; }

    /// <summary>Why no clip is taken now; null when one is.</summary>
    public Problem? Why { get; private set; }

    /// <summary>The longest clip, "5:00".</summary>
    public string Limit { get; private set; } = "";

    public bool IsApplication => _kind == ClipKind.Application;
    public string TitleKey => IsApplication ? "clips.application" : "clips.activity";
    public bool MayUpload => Why is null && IsTheirs;
    public bool MayCaption => Clip is not null && IsTheirs;
    private bool IsTheirs => user.May(IsApplication ? Permissions.UploadClips : Permissions.UploadActivityClips, Entry.Area);

    public async Task<IActionResult> OnGetAsync(Guid id, string? kind, CancellationToken ct)
    {
        if (!await LoadAsync(id, kind, ct))
        {
            return NotFound();
        }

        var clip = await ClipAsync(ct);
        Version = clip?.Version ?? 0;
        Input = WordsForm.Of(clip);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id, string? kind, [FromServices] UploadClip uploadClip, [FromServices] DescribeClip describeClip, CancellationToken ct)
    {
        if (!await LoadAsync(id, kind, ct))
        {
            return NotFound();
        }

        if (Upload is null && Clip is null)
        {
            ModelState.AddModelError(nameof(Upload), text["files.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = Upload is null ? await describeClip.RunAsync(new(id, _kind, Input.ToWords(), Version), ct) : await SendAsync(id, Upload, uploadClip, ct);
        return await AnswerAsync(outcome, "clips.saved", id, kind, ct);
    }

    public async Task<IActionResult> OnPostCaptionsAsync(Guid id, string? kind, [FromServices] CaptionClip captionClip, CancellationToken ct)
    {
        if (!await LoadAsync(id, kind, ct))
        {
            return NotFound();
        }

        if (Captions is null)
        {
            ModelState.AddModelError(nameof(Captions), text["files.missing"]);
            return Page();
        }

        await using var content = Captions.OpenReadStream();
        var outcome = await captionClip.RunAsync(new(id, _kind, new(content, Captions.FileName), Version), ct);
        return await AnswerAsync(outcome, "clips.captions-saved", id, kind, ct);
    }

    private async Task<Outcome> SendAsync(Guid id, IFormFile file, UploadClip uploadClip, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await uploadClip.RunAsync(new(id, _kind, new(content, file.FileName), Input.ToWords(), Version), ct);
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string said, Guid id, string? kind, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id, kind });
        }

        if (outcome.Problems[0].Code == Outcome.NotFound.Problems[0].Code)
        {
            return NotFound();
        }

        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(KeyOf(problem.Field), text[problem]);
        }

        // Told once: saving again is then meant.
        ModelState.Remove(nameof(Version));
        Version = (await ClipAsync(ct))?.Version ?? 0;
        return Page();
    }

    private static string KeyOf(string? field) => field switch
    {
        nameof(UploadClip.Input.File) => nameof(Upload),
        nameof(ClipWords.Title) => $"{nameof(Input)}.{field}",
        _ => field ?? "",
    };

    private Task<Clip?> ClipAsync(CancellationToken ct) => db.Set<Clip>().AsNoTracking().SingleOrDefaultAsync(c => c.EntryId == Entry.Id && c.Kind == _kind, ct);

    private async Task<bool> LoadAsync(Guid id, string? kind, CancellationToken ct)
    {
        var entry = TryReadKind(kind) ? await db.Set<Entry>().AsNoTracking().SeenBy(user).SingleOrDefaultAsync(e => e.Id == id, ct) : null;

        if (entry is null)
        {
            return false;
        }

        Entry = entry;
        Clip = await db.ClipOfAsync(id, _kind, ct);
        Why = ClipRules.WhyNotNow(entry, _kind);
        Limit = ClipRules.Minutes((await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == entry.CycleId).Select(c => c.Rules).SingleAsync(ct)).ClipLimitMs);
        return true;
    }

    private bool TryReadKind(string? kind)
    {
        _kind = kind is "activity" ? ClipKind.Activity : ClipKind.Application;
        return kind is null or "activity";
    }

    /// <summary>What is said about the clip, as typed.</summary>
    public sealed class WordsForm
    {
        public string? Title { get; set; }
        public bool ConsentGiven { get; set; }
        public bool CoversPast { get; set; }
        public bool CoversFuture { get; set; }

        internal static WordsForm Of(Clip? clip)
            => clip is null ? new() : new() { Title = clip.Title, ConsentGiven = clip.ConsentGiven, CoversPast = clip.CoversPast, CoversFuture = clip.CoversFuture };

        internal ClipWords ToWords() => new(Title ?? "", ConsentGiven, CoversPast, CoversFuture);
    }
}
