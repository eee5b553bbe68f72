using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>What became of one file of an upload.</summary>
/// <param name="Why">Null when it was taken in.</param>
public sealed record UploadedFile(string Name, Guid? Id, string? Why);

/// <summary>The media library: folders, files, uploads.</summary>
[Authorize(Permissions.Library)]
internal sealed class MediaModel(AppDb db, CurrentUser user, MediaIntake intake, Localizer text) : LibraryModel(db, user, text)
{
    [BindProperty]
    public IList<IFormFile> Files { get; set; } = [];

    /// <summary>Where the ticked files are moved.</summary>
    [BindProperty]
    public Guid? Target { get; set; }

    public IReadOnlyList<UploadedFile> Uploaded { get; private set; } = [];

    /// <summary>What could not be done, by file.</summary>
    public IReadOnlyList<(string Name, string Why)> Refused { get; private set; } = [];

    public int Done { get; private set; }
    public int LimitMb => intake.LimitMb;

    /// <summary>Where an upload goes: this folder, or the top one.</summary>
    public Guid UploadFolder => Folder ?? MediaFolder.RootId;

    public bool MayUpload => State != InTrash && Targets.Any(t => t.Value == UploadFolder.ToString());
    public bool MayChange => Targets.Count > 0;

    /// <summary>The folders whose content this person may change.</summary>
    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public string Title => Here is { } here ? TitleOf(here) : L["contents.media"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    /// <summary>Takes files in, each for itself: what is wrong with one is no reason to refuse another. A script asks for the answer as JSON.</summary>
    public async Task<IActionResult> OnPostUploadAsync([FromServices] AddMedia add, CancellationToken ct)
    {
        if (!Me.May(Permissions.ManageMedia))
        {
            return NotFound();
        }

        List<UploadedFile> uploaded = [];

        foreach (var file in Files)
        {
            await using var stream = file.OpenReadStream();
            var added = await add.RunAsync(new(UploadFolder, new(stream, file.FileName)), ct);
            uploaded.Add(added.Succeeded ? new(added.Value.Name, added.Value.Id, null) : new(Path.GetFileName(file.FileName), null, WordsOf(added)));
            Db.ChangeTracker.Clear();
        }

        Uploaded = uploaded;

        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            return new JsonResult(uploaded.Select(f => new { name = f.Name, url = f.Id is { } id ? Url.Page("/Contents/MediaItem", new { id }) : null, why = f.Why }));
        }

        if (Files.Count == 0)
        {
            ModelState.AddModelError(nameof(Files), L["files.missing"]);
        }

        return await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostMoveAsync([FromServices] MoveMedia move, CancellationToken ct) => EachAsync(id => move.RunAsync(id, Target ?? Guid.Empty, ct), ct);

    public Task<IActionResult> OnPostTrashAsync([FromServices] TrashMedia trash, CancellationToken ct) => EachAsync(id => trash.RunAsync(id, ct), ct);

    public Task<IActionResult> OnPostRestoreAsync([FromServices] RestoreMedia restore, CancellationToken ct) => EachAsync(id => restore.RunAsync(id, ct), ct);

    public Task<IActionResult> OnPostEraseAsync([FromServices] EraseMedia erase, CancellationToken ct) => EachAsync(id => erase.RunAsync(id, ct), ct);

    private async Task<IActionResult> EachAsync(Func<Guid, Task<Outcome>> act, CancellationToken ct)
    {
        if (!Me.May(Permissions.ManageMedia))
        {
            return NotFound();
        }

        List<(Guid Id, string Why)> refused = [];

        foreach (var id in Chosen.Distinct().Take(Paging.Size))
        {
            var outcome = await act(id);
            Db.ChangeTracker.Clear();

            if (outcome.Succeeded)
            {
                Done++;
            }
            else
            {
                refused.Add((id, WordsOf(outcome)));
            }
        }

        var ids = refused.Select(r => r.Id).ToList();
        var names = await Db.Set<MediaFile>().AsNoTracking().VisibleTo(Me, Db).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Refused = [.. refused.Select(r => (names.GetValueOrDefault(r.Id, "–"), r.Why))];
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Targets = await Db.FolderItemsAsync(Me, L, ct);
        return Page();
    }

    private string WordsOf(Outcome outcome) => string.Join(" ", outcome.Problems.Select(p => L[p]).Distinct());
}
