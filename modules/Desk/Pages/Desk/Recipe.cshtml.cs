using CommunityBusinessNetwork.Desk.Recipes;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>What a recipe does, step by step, what it would change, and the button that runs it: all of it or nothing.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class RecipeModel(RecipeBook book, RecipeRunner runner, DryRun dryRun, Localizer text) : PageModel
{
    public Recipe Recipe { get; private set; } = null!;

    /// <summary>What a dry run found; null before it.</summary>
    public PlannedChanges? Changes { get; private set; }

    public IActionResult OnGet(string name) => Load(name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTryAsync(string name, CancellationToken ct)
        => Load(name) ? await this.DoAsync(text, async () => Changes = await dryRun.OfAsync(Recipe, ct)) ?? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if (!Load(name))
        {
            return NotFound();
        }

        if (await this.DoAsync(text, () => runner.RunAsync(Recipe, ct)) is { } stopped)
        {
            return stopped;
        }

        this.Say("desk.recipe-done");
        return RedirectToPage(new { name });
    }

    private bool Load(string name)
    {
        Recipe = book.Find(name)!;
        return Recipe is not null;
    }
}
