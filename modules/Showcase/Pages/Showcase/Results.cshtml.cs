using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Verdicts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class ResultsModel(VerdictQuery verdicts) : PageModel
{
    /// <summary>Null while nothing was ever announced.</summary>
    public Verdict? Verdict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken ct)
    {
        Verdict = await verdicts.RunAsync(year, ct);
        return year is not null && Verdict is null ? NotFound() : Page();
    }
}
