using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The rights of a folder, as chosen.</summary>
public sealed class FolderRightsForm
{
    public string AreaPath { get; set; } = Area.Nation.Path;
    public bool Shared { get; set; }
    public IList<string> SeenBy { get; set; } = [];
    public IList<string> ChangedBy { get; set; } = [];
}

/// <summary>A folder of the library: a new one, or name, place and rights of one.</summary>
[Authorize(Permissions.Upload)]
internal sealed class MediaFolderModel(AppDb db, CurrentUser user, Localizer text) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "parent")]
    public Guid ParentId { get; set; } = MediaFolder.RootId;

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public FolderRightsForm Rights { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    internal MediaFolder? Folder { get; private set; }

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];
    public IReadOnlyList<string> RoleNames { get; private set; } = [];
    public bool MayRestrict => Folder is not null && user.May(Permissions.ManageMediaFolders, Folder.Area);
    public bool MayMove => Folder is not { IsRoot: true };
    public string Title => Folder is null ? text["contents.media-new-folder"] : Folder.IsRoot ? text["contents.media-root"] : Folder.Name;

    public IEnumerable<SelectListItem> AreaItems =>
    [
        new(text["contents.media-area-nation"], Area.Nation.Path),
        .. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), Area.Province(p.Code).Path)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        ShowKept();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, [FromServices] MakeFolder make, [FromServices] MoveFolder move, CancellationToken ct)
    {
        if (id is { } folder)
        {
            return await AnswerAsync(id, await move.RunAsync(new(folder, Version, ParentId, Name), ct), "contents.media-folder-saved", ct);
        }

        var made = await make.RunAsync(new(ParentId, Name), ct);
        return await AnswerAsync(made.Succeeded ? made.Value : null, made, "contents.media-folder-made", ct);
    }

    public async Task<IActionResult> OnPostRightsAsync(Guid id, [FromServices] RestrictFolder restrict, CancellationToken ct)
        => await AnswerAsync(id, await restrict.RunAsync(new(id, Version, new(Rights.AreaPath, Rights.Shared, [.. Rights.SeenBy], [.. Rights.ChangedBy])), ct), "contents.media-rights-saved", ct);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, [FromServices] DeleteFolder delete, CancellationToken ct)
    {
        var outcome = await delete.RunAsync(id, ct);

        if (!outcome.Succeeded)
        {
            return await AnswerAsync(id, outcome, "", ct);
        }

        this.Say("contents.media-folder-deleted");
        return RedirectToPage("/Contents/Media", new { folder = "" });
    }

    private async Task<IActionResult> AnswerAsync(Guid? id, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Problems.Contains(Outcome.NotFound.Problems[0]))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage("/Contents/Media", new { folder = id });
        }

        var (name, parent, rights) = (Name, ParentId, Rights);

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        ShowKept();
        (Name, ParentId) = name is null ? (Name, ParentId) : (name, parent);
        Rights = name is null ? rights : Rights;

        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(problem.Field == nameof(FolderRightsForm.AreaPath) ? "Rights.AreaPath" : problem.Field ?? "", text[problem]);
        }

        return Page();
    }

    private void ShowKept()
    {
        if (Folder is { } folder)
        {
            (Name, ParentId, Version) = (folder.Name, folder.ParentId ?? MediaFolder.RootId, folder.Version);
            Rights = new() { AreaPath = folder.AreaPath, Shared = folder.Shared, SeenBy = [.. folder.SeenBy], ChangedBy = [.. folder.ChangedBy] };
        }
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Targets = await db.FolderItemsAsync(user, text, ct);
        Folder = id is null ? null : await db.Set<MediaFolder>().AsNoTracking().Include(f => f.Roles).ChangedBy(user).SingleOrDefaultAsync(f => f.Id == id, ct);

        if (Targets.Count == 0 || (id is not null && Folder is null))
        {
            return false;
        }

        Targets = Folder is null ? Targets : [.. Targets.Where(t => t.Value != Folder.Id.ToString())];
        RoleNames = [.. (await db.Set<Role>().AsNoTracking().Select(r => r.Name).ToListAsync(ct)).Where(r => r != Roles.Anonymous)
            .OrderBy(r => Roles.All.Contains(r) ? Roles.All.ToList().IndexOf(r) : Roles.All.Count).ThenBy(r => r, StringComparer.Ordinal)];
        return true;
    }
}
