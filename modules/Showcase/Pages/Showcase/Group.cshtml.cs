using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Stories;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class GroupModel(GroupQuery groups) : PageModel
{
    public GroupView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await groups.RunAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        View = found;
        return Page();
    }
}
