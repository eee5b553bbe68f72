using CommunityBusinessNetwork.Desk.Settings;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

[Authorize(Permissions.ManageSite)]
internal sealed class SettingsModel(SiteSettings settings, SaveSettings save, Localizer text) : PageModel
{
    [BindProperty]
    public SiteIdentity Input { get; set; } = null!;

    /// <summary>What stood there when the form was opened.</summary>
    [BindProperty]
    public SiteIdentity Seen { get; set; } = null!;

    public void OnGet() => Input = Seen = SiteIdentity.Of(settings);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await save.RunAsync(Input, Seen, ct);

            if (outcome.Succeeded)
            {
                this.Say("desk.settings-saved");
                return RedirectToPage();
            }

            ModelState.Add(outcome, text);
        }

        return Page();
    }
}
