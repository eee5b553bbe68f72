using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>The modules, on or off. One that is off answers 404; its data stay.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class FeaturesModel(ModuleCatalogue modules, FeatureStates states, SwitchFeature switchFeature, Localizer text) : PageModel
{
    public IEnumerable<ModuleAttribute> Modules => modules.Manifests.OrderBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>What stands on a module and must be off before it.</summary>
    public IEnumerable<string> NeededBy(string id) => Modules.Where(m => m.Dependencies.Contains(id)).Select(m => m.Id);

    public bool IsOff(string id) => states.Off.Contains(id);

    public async Task<IActionResult> OnPostAsync(string id, bool on, CancellationToken ct)
    {
        var outcome = await switchFeature.RunAsync(id, on, ct);

        if (!outcome.Succeeded)
        {
            ModelState.Add(outcome, text);
            return Page();
        }

        this.Say(on ? "desk.feature-switched-on" : "desk.feature-switched-off");
        return RedirectToPage();
    }
}
