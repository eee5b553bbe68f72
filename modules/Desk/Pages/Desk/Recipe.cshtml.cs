using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>What a recipe does, step by step, and the button that runs it: all of it or nothing.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class RecipeModel(RecipeBook book, RecipeRunner runner, Localizer text) : PageModel
{
    public Recipe Recipe { get; private set; } = null!;

    public IActionResult OnGet(string name) => Load(name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if (!Load(name))
        {
            return NotFound();
        }

        try
        {
            await runner.RunAsync(Recipe, ct);
        }
        catch (RecipeException fault)
        {
            ModelState.AddModelError("", text["desk.recipe-stopped", ("fault", fault.Message)]);
            return Page();
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
