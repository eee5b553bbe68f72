using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The latest version of an item as the public would read it. For those who may view items, never cached.</summary>
[Authorize(Permissions.View)]
[InPublicTheme]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PreviewModel(AppDb db, CurrentUser user) : PageModel
{
    public ItemView Item { get; private set; } = null!;
    public ContentItem Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string itemId, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(i => i.ItemId == itemId && i.Latest, ct) is not { } draft || await db.ViewAsync(draft, ct) is not { } view)
        {
            return NotFound();
        }

        (Draft, Item) = (draft, view);
        return Page();
    }
}
