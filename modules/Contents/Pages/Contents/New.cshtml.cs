using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>A new item of a type.</summary>
[Authorize(Permissions.Edit)]
internal sealed class NewModel(AppDb db, ItemSheets sheets, SaveDraft save, KeepFile keep, Localizer text) : EditorModel(db, text)
{
    public async Task<IActionResult> OnGetAsync(string type, CancellationToken ct)
    {
        if (!await LoadAsync(type, ct))
        {
            return NotFound();
        }

        Form = ItemForm.New(Sheet);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string type, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(type, ct))
        {
            return NotFound();
        }

        await KeepFilesAsync(keep, ct);

        if (ModelState.IsValid)
        {
            var saved = await save.RunAsync(new(null, type, null, Form.ToValues(Sheet), Form.Comment), ct);

            if (saved.Succeeded)
            {
                if (ToLibrary(act, saved.Value.ItemId) is { } library)
                {
                    return library;
                }

                this.Say("contents.saved");
                return RedirectToPage("/Contents/Edit", new { itemId = saved.Value.ItemId });
            }

            Tell(saved);
        }

        return await ShowAsync(ct);
    }

    private async Task<bool> LoadAsync(string name, CancellationToken ct)
    {
        var type = await Db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct);

        if (type is null || !type.Definition.Creatable)
        {
            return false;
        }

        Sheet = sheets.Of(type);
        return true;
    }
}
