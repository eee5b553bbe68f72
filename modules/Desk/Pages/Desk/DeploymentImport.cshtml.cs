using CommunityBusinessNetwork.Desk.Recipes;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>A recipe that another site has exported: pasted or chosen as a file, tried, run.</summary>
[Authorize(Permissions.ManageSite)]
[RequestFormLimits(ValueLengthLimit = Limit, MultipartBodyLengthLimit = 2L * Limit)]
internal sealed class DeploymentImportModel(RecipeRunner runner, DryRun dryRun, Localizer text) : PageModel
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The longest recipe that is taken, in bytes.</summary>
    private const int Limit = 8 * Megabyte;

    [BindProperty]
    public string? Json { get; set; }

    [BindProperty]
    public IFormFile? Chosen { get; set; }

    /// <summary>What a dry run found; null before it.</summary>
    public PlannedChanges? Changes { get; private set; }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
        => await ReadAsync(ct)
            ? await this.DoAsync(text, async () => Changes = await dryRun.OfAsync(Recipe.Parse(Json!, Source, folder: null), ct)) ?? Page()
            : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return Page();
        }

        if (await this.DoAsync(text, () => runner.RunAsync(Recipe.Parse(Json!, Source, folder: null), ct)) is { } stopped)
        {
            return stopped;
        }

        this.Say("desk.recipe-done");
        return RedirectToPage();
    }

    private string Source => text["desk.deployment-json"];

    /// <summary>A chosen file takes the place of what is in the box, and stands in it from then on.</summary>
    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (Chosen is { Length: > Limit })
        {
            ModelState.AddModelError(nameof(Chosen), text["desk.deployment-too-long", ("limit", Limit / Megabyte)]);
            return false;
        }

        if (Chosen is { Length: > 0 })
        {
            using StreamReader reader = new(Chosen.OpenReadStream());
            Json = await reader.ReadToEndAsync(ct);
            ModelState.Remove(nameof(Json));
        }

        if (string.IsNullOrWhiteSpace(Json))
        {
            ModelState.AddModelError(nameof(Json), text["fields.required"]);
            return false;
        }

        return true;
    }
}
