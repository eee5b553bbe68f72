using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The published item whose path the address is; an older address of it leads to the present one. Any other page's own address goes before it.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = "public")]
internal sealed class ItemModel(AppDb db) : PageModel
{
    public ItemView Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? path, CancellationToken ct)
    {
        var asked = (path ?? "").Trim('/');

        if (await db.AtPathAsync(asked, ct) is not { } item || await db.ViewAsync(item, ct) is not { } view)
        {
            return NotFound();
        }

        if (view.Path == asked)
        {
            Item = view;
            return Page();
        }

        // The address of a draft is nobody's yet.
        if (!await db.WasPublishedAtAsync(item.ItemId, asked, ct))
        {
            return NotFound();
        }

        // An address may come back to its item; a browser that keeps the answer for ever would turn in a circle.
        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent(Request.PathBase + "/" + Slug.Encode(view.Path));
    }
}
