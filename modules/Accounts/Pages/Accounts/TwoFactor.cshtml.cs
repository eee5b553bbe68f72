using System.Text.Encodings.Web;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Security;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Accounts.SignIn;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>The second factor: the code of an authenticator, set up at the first time. Any signed-in person may open it.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TwoFactorModel(CurrentUser user, UserManager<Account> people, SignInPerson signIn, Localizer l) : PageModel
{
    private const string Issuer = "Community Business Network";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The secret to type into an authenticator; null when she has one already.</summary>
    public string? Key { get; private set; }

    /// <summary>The same as an address that an authenticator on this device opens.</summary>
    public string KeyUri { get; private set; } = "";

    /// <summary>The recovery codes, on the page right after the set-up and never again.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Where she wanted to go.</summary>
    public string Target => Url.IsLocalUrl(ReturnUrl) ? Url.Content(ReturnUrl!) : Url.Content("~/admin");

    public async Task<IActionResult> OnGetAsync()
    {
        if (user.ActorId is not null || await people.FindByIdAsync(user.Id) is not { } account)
        {
            return NotFound();
        }

        await ShowKeyAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] MakeRecoveryCodes make, CancellationToken ct)
    {
        if (user.ActorId is not null || await people.FindByIdAsync(user.Id) is not { } account)
        {
            return NotFound();
        }

        var isNew = !account.TwoFactorEnabled;
        var outcome = await signIn.ByCodeAsync(account, Code);

        if (outcome.Succeeded)
        {
            if (isNew && await make.RunAsync(ct) is { Succeeded: true } made)
            {
                Codes = made.Value;
            }

            await HttpContext.EnterAsync(account, secondFactor: true);
            return isNew ? Page() : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "~/admin");
        }

        ModelState.Add(outcome, l);
        await ShowKeyAsync(account);
        return Page();
    }

    private async Task ShowKeyAsync(Account account)
    {
        if (account.TwoFactorEnabled)
        {
            return;
        }

        if (account.AuthenticatorKey is null)
        {
            await people.ResetAuthenticatorKeyAsync(account);
            await HttpContext.EnterAsync(account, secondFactor: false);
        }

        Key = account.AuthenticatorKey;
        KeyUri = $"otpauth://totp/{UrlEncoder.Default.Encode(Issuer)}:{UrlEncoder.Default.Encode(account.UserName)}?secret={Key}&issuer={UrlEncoder.Default.Encode(Issuer)}&digits=6";
    }
}
