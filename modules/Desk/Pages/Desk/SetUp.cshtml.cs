using CommunityBusinessNetwork.Desk.SetUps;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Makes a new site, once. Afterwards there is no such page.</summary>
[AllowAnonymous]
internal sealed class SetUpModel(SetUpSite setUp, SiteSettings settings, RecipeBook recipes, Localizer text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Recipes
        => [.. recipes.All.Where(r => r.IsSetupRecipe).Select(r => new SelectListItem(r.DisplayName.Length > 0 ? r.DisplayName : r.Name, r.Name))];

    public IActionResult OnGet() => settings.Get(SettingNames.IsSetUp, false) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (settings.Get(SettingNames.IsSetUp, false))
        {
            return NotFound();
        }

        var outcome = await setUp.RunAsync(new(Input.Code, Input.SiteName, Input.UserName, Input.Password, Input.Recipe), ct);

        if (outcome.Succeeded)
        {
            this.Say("desk.set-up-done");
            return LocalRedirect("~/sign-in");
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    internal sealed class Form
    {
        public string? Code { get; set; }
        public string? SiteName { get; set; }
        public string? UserName { get; set; }
        public string? Password { get; set; }
        public string? Recipe { get; set; }
    }
}
