using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Recipes;

/// <summary>How a page tells that a recipe has stopped.</summary>
internal static class RecipePages
{
    /// <returns>The page with the fault above its form; null when the work was done.</returns>
    public static async Task<IActionResult?> DoAsync(this PageModel page, Localizer text, Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (RecipeException fault)
        {
            page.ModelState.AddModelError("", text["desk.recipe-stopped", ("fault", fault.Message)]);
            return page.Page();
        }
    }
}
