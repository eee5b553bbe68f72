using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Home;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class IndexModel(HomeQuery home) : PageModel
{
    public HomeView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await home.RunAsync(ct);
}
