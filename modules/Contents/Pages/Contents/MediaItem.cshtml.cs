using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>What a file is called and shows, as typed.</summary>
public sealed class MediaForm
{
    public string? Name { get; set; }
    public string? AltTh { get; set; }
    public string? AltEn { get; set; }
}

/// <summary>One file of the library: what it shows, where it is used, another one in its place.</summary>
[Authorize(Permissions.Library)]
internal sealed class MediaItemModel(AppDb db, CurrentUser user, MediaIntake intake, IPersonNames people, Localizer text) : PageModel
{
    private const int UsesShown = 50;

    [BindProperty]
    public MediaForm Input { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    /// <summary>The file that takes its place.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public Guid FolderId { get; set; }

    internal MediaFile Media { get; private set; } = null!;
    internal MediaFolder Folder { get; private set; } = null!;
    public bool MayChange { get; private set; }
    public string OwnerName { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    /// <summary>The items whose latest or published version names it, that this person may see.</summary>
    public IReadOnlyList<ContentItem> Uses { get; private set; } = [];

    /// <summary>Of all such items.</summary>
    public int UseCount { get; private set; }

    /// <summary>How many older versions name it too.</summary>
    public int OldVersions { get; private set; }

    public int LimitMb => intake.LimitMb;
    public string FolderTitle => Folder.IsRoot ? text["contents.media-root"] : Folder.Path;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] DescribeMedia describe, CancellationToken ct)
    {
        var outcome = await describe.RunAsync(new(id, Version, Input.Name, Input.AltTh, Input.AltEn), ct);
        return await AnswerAsync(id, outcome, "contents.media-described", keepTyped: true, ct);
    }

    public async Task<IActionResult> OnPostReplaceAsync(Guid id, [FromServices] ReplaceMedia replace, CancellationToken ct)
    {
        await using var stream = Upload?.OpenReadStream();
        var outcome = await replace.RunAsync(new(id, Version, stream is null ? null : new(stream, Upload!.FileName)), ct);
        return await AnswerAsync(id, outcome, "contents.media-replaced", keepTyped: false, ct);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, [FromServices] MoveMedia move, CancellationToken ct)
        => await AnswerAsync(id, await move.RunAsync(id, FolderId, ct), "contents.media-moved", keepTyped: false, ct);

    public async Task<IActionResult> OnPostTrashAsync(Guid id, [FromServices] TrashMedia trash, CancellationToken ct)
        => await AnswerAsync(id, await trash.RunAsync(id, ct), "contents.media-trashed", keepTyped: false, ct);

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, [FromServices] RestoreMedia restore, CancellationToken ct)
        => await AnswerAsync(id, await restore.RunAsync(id, ct), "contents.media-restored", keepTyped: false, ct);

    public async Task<IActionResult> OnPostEraseAsync(Guid id, [FromServices] EraseMedia erase, CancellationToken ct)
    {
        var outcome = await erase.RunAsync(id, ct);

        if (!outcome.Succeeded)
        {
            return await AnswerAsync(id, outcome, "", keepTyped: false, ct);
        }

        this.Say("contents.media-erased");
        return RedirectToPage("/Contents/Media", new { state = LibraryModel.InTrash });
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, bool keepTyped, CancellationToken ct)
    {
        if (outcome.Problems.Contains(Outcome.NotFound.Problems[0]) || !await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        if (keepTyped)
        {
            ModelState.Add(outcome, text);
        }
        else
        {
            ModelState.Clear();
            Show();

            foreach (var problem in outcome.Problems)
            {
                ModelState.AddModelError(problem.Field == nameof(ReplaceMedia.Input.File) ? nameof(Upload) : "", text[problem]);
            }
        }

        // Told once: saving again is then meant.
        ModelState.Remove(nameof(Version));
        Version = Media.Version;
        return Page();
    }

    private void Show()
    {
        Input = new() { Name = Media.Name, AltTh = Media.AltTh, AltEn = Media.AltEn };
        (Version, FolderId) = (Media.Version, Media.FolderId);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.Set<MediaFile>().AsNoTracking().VisibleTo(user, db).SingleOrDefaultAsync(m => m.Id == id, ct) is not { } media)
        {
            return false;
        }

        Media = media;
        Folder = await db.Set<MediaFolder>().AsNoTracking().SingleAsync(f => f.Id == media.FolderId, ct);
        Targets = await db.FolderItemsAsync(user, text, ct);
        MayChange = Targets.Any(t => t.Value == media.FolderId.ToString());
        OwnerName = (await people.OfAsync([media.OwnerId], ct)).GetValueOrDefault(media.OwnerId, media.OwnerId);
        var versions = db.Set<ContentItem>().AsNoTracking().Naming(db, id);
        UseCount = await versions.Where(i => i.Latest || i.Published).Select(i => i.ItemId).Distinct().CountAsync(ct);
        OldVersions = await versions.CountAsync(i => !i.Latest && !i.Published, ct);
        var shown = await versions.VisibleTo(user).Where(i => i.Latest || i.Published).OrderByDescending(i => i.ModifiedUtc).Take(UsesShown).ToListAsync(ct);
        Uses = [.. shown.OrderBy(i => i.SortKey, StringComparer.Ordinal).ThenByDescending(i => i.Number)];
        return true;
    }
}
