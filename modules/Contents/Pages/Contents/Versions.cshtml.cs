using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The versions of an item, two of them beside each other; an older one can be made the draft again.</summary>
[Authorize(Permissions.View)]
internal sealed class VersionsModel(AppDb db, CurrentUser user, ItemSheets sheets, IPersonNames people, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Left { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Right { get; set; }

    /// <summary>The version on which the restoring was decided.</summary>
    [BindProperty]
    public string? Version { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public ContentItem Item { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<ContentItem> Rows { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<ComparedValue> Compared { get; private set; } = [];
    public bool MayEdit => user.May(Permissions.EditContents, Item.Area) && Item.TrashedUtc is null;

    public IEnumerable<SelectListItem> Numbers => Rows.Select(v => new SelectListItem(text["contents.version-number", ("number", v.Number)], v.Number.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(string itemId, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        Version = Item.Seen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string itemId, int number, [FromServices] RestoreVersion restore, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        var outcome = await restore.RunAsync(itemId, number, Version ?? "", Comment ?? text["contents.restored-from", ("number", number)], ct);

        if (outcome.Succeeded)
        {
            this.Say("contents.version-restored");
            return RedirectToPage("/Contents/Edit", new { itemId });
        }

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.Add(outcome, text);
        Version = Item.Seen();
        return Page();
    }

    private async Task<bool> LoadAsync(string itemId, CancellationToken ct)
    {
        var versions = db.Set<ContentItem>().AsNoTracking().VisibleTo(user).Where(i => i.ItemId == itemId);

        if (await versions.SingleOrDefaultAsync(i => i.Latest, ct) is not { } latest
            || await db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == latest.TypeName && t.Latest, ct) is not { } type || !type.Definition.Listable)
        {
            return false;
        }

        Item = latest;
        Paging = Paging.Of(Request, await versions.CountAsync(ct));
        Rows = await versions.OrderByDescending(i => i.Number).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Names = await people.OfAsync([.. Rows.Select(v => v.Author).Distinct()], ct);
        await CompareAsync(versions, type, ct);
        return true;
    }

    private async Task CompareAsync(IQueryable<ContentItem> versions, ContentType type, CancellationToken ct)
    {
        // By default: what the public reads, or the version before, against the latest.
        Right ??= Item.Number;
        Left ??= (Rows.FirstOrDefault(v => v.Published && v.Number != Right) ?? Rows.FirstOrDefault(v => v.Number < Right))?.Number;

        if (await versions.SingleOrDefaultAsync(i => i.Number == Left, ct) is { } left && await versions.SingleOrDefaultAsync(i => i.Number == Right, ct) is { } right)
        {
            Compared = VersionComparison.Compare(sheets.Of(type, withRetired: true), JsonNode.Parse(left.Parts)!.AsObject(), JsonNode.Parse(right.Parts)!.AsObject());
        }
    }
}
