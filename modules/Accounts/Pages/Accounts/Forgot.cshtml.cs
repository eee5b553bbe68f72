using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Asks for a link to set a new password. The answer is the same whether there is such an account or not.</summary>
[AllowAnonymous]
internal sealed class ForgotModel(ResetWishes wishes, SiteAddress site, Localizer text, ILogger<ForgotModel> log) : PageModel
{
    [BindProperty]
    public string? NameOrEmail { get; set; }

    public bool Asked { get; private set; }

    public void OnPost()
    {
        if (string.IsNullOrWhiteSpace(NameOrEmail))
        {
            ModelState.AddModelError(nameof(NameOrEmail), text["forms.required"]);
            return;
        }

        if (site.ForAnybody(Request) is { } address)
        {
            wishes.Add(NameOrEmail, address);
        }
        else
        {
            log.LogWarning("A forgotten password was not looked up: the site does not know its own address. Set it at /admin/settings");
        }

        Asked = true;
    }
}
