using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>The recipes that came with the program.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class RecipesModel(RecipeBook book) : PageModel
{
    public IReadOnlyList<Recipe> Recipes => book.All;
}
