using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Demo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Web.Pages;

/// <summary>Builds the demo at another day of the cycle, so that every role finds work (design §4). There only on a demo site.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DemoModel(DemoStage stage, SiteSettings settings, IHostEnvironment environment, IHostApplicationLifetime lifetime) : PageModel
{
    public DemoStage.Play? Play => stage.Current;

    public bool IsPlaying => Play is { HasFailed: false };

    public IActionResult OnGet() => IsDemo ? Page() : NotFound();

    public IActionResult OnPost(string day)
    {
        if (!IsDemo || DemoDay.All.SingleOrDefault(d => d.Code == day) is not { } chosen)
        {
            return NotFound();
        }

        stage.TryBegin(chosen, lifetime.StopApplication);
        return RedirectToPage();
    }

    private bool IsDemo => settings.Get<long?>(SettingNames.DemoClockOffset, null) is not null && !environment.IsProduction();
}
