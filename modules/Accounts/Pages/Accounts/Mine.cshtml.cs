using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Accounts.Security;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>One's own account: roles, password, second factor, sign-ins. Any signed-in person may open it.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MineModel(CurrentUser user, UserManager<Account> people, ExplainRights explain, AreaWords areas, OpenSessions sessions, Localizer text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<(string Role, string Area)> Roles { get; private set; } = [];
    public IReadOnlyList<RightsOfModule> Rights { get; private set; } = [];

    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    /// <summary>New recovery codes; only on the page that made them.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Whether this sign-in went through the second factor: who only knows the password gets no codes.</summary>
    public bool HasShownSecondFactor => User.HasSecondFactor();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostPasswordAsync([FromServices] ChangePassword change, CancellationToken ct)
    {
        var outcome = await change.RunAsync(new(Input.Old, Input.Password, Input.Again), ct);

        if (outcome.Succeeded)
        {
            await HttpContext.EnterAsync(outcome.Value, HasShownSecondFactor);
            this.Say("accounts.password-changed");
            return RedirectToPage();
        }

        ModelState.Add(outcome, text);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostCodesAsync([FromServices] MakeRecoveryCodes make, CancellationToken ct)
    {
        if (!HasShownSecondFactor)
        {
            return NotFound();
        }

        var outcome = await make.RunAsync(ct);

        if (outcome.Succeeded)
        {
            Codes = outcome.Value;
        }
        else
        {
            ModelState.Add(outcome, text);
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync([FromServices] EndSessions end, CancellationToken ct)
    {
        if (!Guid.TryParse(user.Id, out var id) || !(await end.RunAsync(id, ct)).Succeeded)
        {
            return NotFound();
        }

        await HttpContext.SignOutAsync();
        this.Say("accounts.signed-out-everywhere");
        return RedirectToPage("/Accounts/SignIn");
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid session, [FromServices] EndSession end, CancellationToken ct)
    {
        if (!(await end.RunAsync(session, ct)).Succeeded)
        {
            return NotFound();
        }

        this.Say("accounts.session-ended");
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (user.ActorId is not null || await people.FindByIdAsync(user.Id) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Sessions = await sessions.OfAsync(account.Id, ct);
        (Rights, var names) = await explain.OfAsync(account.Roles, ct);
        Roles = [.. account.Roles.Select(r => (text.Role(r.Role), areas.Of(r.Area, names)))];
        return Page();
    }

    internal sealed class Form
    {
        public string? Old { get; set; }
        public string? Password { get; set; }
        public string? Again { get; set; }
    }
}
