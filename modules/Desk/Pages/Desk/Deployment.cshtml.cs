using System.Globalization;
using System.Text;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Parts of the site as a recipe to download.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class DeploymentModel(SiteExport export, TimeProvider time, Localizer text) : PageModel
{
    public IReadOnlyList<IDeploymentSource> Sources => export.Sources;

    /// <summary>The names of the parts that are ticked.</summary>
    [BindProperty]
    public IReadOnlyList<string> Parts { get; set; } = [];

    public void OnGet() => Parts = [.. Sources.Select(s => s.Name)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Parts.Count == 0)
        {
            ModelState.AddModelError(nameof(Parts), text["desk.deployment-none"]);
            return Page();
        }

        var recipe = await export.WriteAsync(Parts, ct);
        var name = string.Create(CultureInfo.InvariantCulture, $"site-{time.GetUtcNow():yyyyMMdd-HHmm}.recipe.json");
        return File(Encoding.UTF8.GetBytes(recipe), "application/json", name);
    }
}
