using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The library to pick from for a field of an item. Without an item it is what a script shows over the editor.</summary>
[Authorize(Permissions.Library)]
internal sealed class MediaPickModel(AppDb db, CurrentUser user, ItemSheets sheets, Localizer text) : LibraryModel(db, user, text)
{
    private Slot? _slot;

    public ContentItem? Item { get; private set; }
    public string? FieldLabel => _slot is null ? null : FieldWords.Label(_slot.Field);

    public async Task<IActionResult> OnGetAsync(string? itemId, CancellationToken ct)
        => await FindAsync(itemId, ct) && await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Adds the ticked files to the field of a draft.</summary>
    public async Task<IActionResult> OnPostAsync(string itemId, [FromServices] SaveDraft save, CancellationToken ct)
    {
        if (!await FindAsync(itemId, ct) || Item is null)
        {
            return NotFound();
        }

        if (Chosen.Count > 0)
        {
            var kept = _slot!.TextIn(JsonNode.Parse(Item.Parts)!.AsObject());
            var ids = string.Join(',', Chosen.Select(id => id.ToString()).Prepend(kept).Where(id => id.Length > 0));
            var saved = await save.RunAsync(new(itemId, Item.TypeName, Item.Seen(), [new(_slot.Key, ids)], null), ct);

            if (!saved.Succeeded)
            {
                ModelState.Add(saved, L);
                return await LoadAsync(ct) ? Page() : NotFound();
            }

            this.Say("contents.media-picked");
        }

        return RedirectToPage("/Contents/Edit", new { itemId });
    }

    private async Task<bool> FindAsync(string? itemId, CancellationToken ct)
    {
        State = null;

        if (itemId is null)
        {
            return true;
        }

        if (await Db.Set<ContentItem>().AsNoTracking().EditableBy(Me).LatestOfAsync(itemId, ct) is not { TrashedUtc: null } item
            || await Db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == item.TypeName && t.Latest, ct) is not { } type
            || sheets.Of(type).Find(Slot ?? "") is not { Field.Kind: FieldKind.File or FieldKind.Image } slot)
        {
            return false;
        }

        (Item, _slot) = (item, slot);
        Kind = slot.Field.Kind == FieldKind.Image ? MediaKind.Picture : Kind;
        return true;
    }
}
