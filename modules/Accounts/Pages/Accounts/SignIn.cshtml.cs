using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Accounts.SignIn;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Sign in by password, or as one of the demo's people by a button.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignInModel(SignInPerson signIn, DemoPeople demo, Localizer l) : PageModel
{
    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public ILookup<string, DemoPerson> People { get; private set; } = Enumerable.Empty<DemoPerson>().ToLookup(p => "");

    public async Task OnGetAsync(CancellationToken ct) => await ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await signIn.ByPasswordAsync(UserName, Password);

        if (outcome.Succeeded)
        {
            return await EnterAsync(outcome.Value);
        }

        ModelState.Add(outcome, l);
        await ListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string person, CancellationToken ct)
        => await demo.FindAsync(person, ct) is { } account ? await EnterAsync(account) : NotFound();

    public async Task<IActionResult> OnPostSignOutAsync([FromServices] EndSession end, CancellationToken ct)
    {
        if (User.SessionId() is { } session)
        {
            await end.RunAsync(session, ct);
        }

        await HttpContext.SignOutAsync();
        return LocalRedirect("~/");
    }

    /// <summary>Back to one's own name, on the page of the one for whom one acted.</summary>
    public async Task<IActionResult> OnPostStopActingAsync([FromServices] StopActing stop, CancellationToken ct)
        => User.SessionId() is { } session && await stop.RunAsync(session, ct) is { Succeeded: true } stopped
            ? RedirectToPage("/Accounts/Person", new { id = stopped.Value })
            : LocalRedirect("~/");

    private async Task<IActionResult> EnterAsync(Account account)
    {
        await HttpContext.EnterAsync(account, secondFactor: false);
        var target = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : StartOf(account);
        return account.NeedsTwoFactor ? RedirectToPage("/Accounts/TwoFactor", new { returnUrl = target }) : LocalRedirect(target);
    }

    private static string StartOf(Account account)
        => account.Roles.Any(r => r.Role is Roles.Chair or Roles.Member or Roles.Secretary) ? "~/review"
            : account.Roles.Any(r => r.Role is Roles.Administrator or Roles.DepartmentHead or Roles.DepartmentOfficer or Roles.Auditor) ? "~/admin"
            : "~/my";

    private async Task ListAsync(CancellationToken ct)
        => People = (await demo.ListAsync(ct)).ToLookup(p => p.Roles.Count > 0 ? p.Roles[0].Role : "");
}
