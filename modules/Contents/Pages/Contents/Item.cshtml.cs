using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The published item whose path the address is. Any other page's own address goes before it.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = "public")]
internal sealed class ItemModel(AppDb db) : PageModel
{
    public ItemView Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? path, CancellationToken ct)
    {
        Item = (await db.AtPathAsync((path ?? "").Trim('/'), ct))?.ToView()!;
        return Item is null ? NotFound() : Page();
    }
}
