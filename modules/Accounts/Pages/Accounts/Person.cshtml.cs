using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>One person: her name and roles, her way in, and what she may do and why.</summary>
[Authorize(Permissions.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PersonModel(AppDb db, CurrentUser user, ExplainRights explain, OpenSessions sessions, RoleBook book, SiteAddress site, Localizer text) : PageModel
{
    /// <summary>Under which the token of a new link waits for the one page that shows it.</summary>
    public const string LinkKey = "account-link";

    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Account Account { get; private set; } = null!;
    public AccountState State { get; private set; }
    public bool IsClosing { get; private set; }

    [BindProperty]
    public string? ActingReason { get; set; }

    /// <summary>Whether this reader may act in the person's name.</summary>
    public bool MayActFor { get; private set; }

    public bool IsActing { get; private set; }
    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    /// <summary>The link to hand over; only on the page right after it was made.</summary>
    public string? Link { get; private set; }

    public IReadOnlyList<RightsOfModule> Rights { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Link = TempData[LinkKey] is string token ? $"{site.For(Request)}/account/invitation/{token}" : null;
        return await ShowAsync(id, keepTyped: false, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] ChangePerson change, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await change.RunAsync(new(id, Version, Input.DisplayName, Input.Email, Input.TypedRoles), ct);

            if (outcome.Succeeded)
            {
                this.Say("accounts.saved");
                return RedirectToPage(new { id });
            }

            ModelState.Add(outcome, text);
        }

        return await ShowAsync(id, keepTyped: true, ct);
    }

    /// <summary>One row more; what was typed stays.</summary>
    public async Task<IActionResult> OnPostRowAsync(Guid id, CancellationToken ct)
    {
        Input.AddRow();
        return await ShowAsync(id, keepTyped: true, ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, [FromServices] CloseAccount close, CancellationToken ct)
    {
        IsClosing = true;
        return await AnswerAsync(id, await close.RunAsync(id, Version, Reason, ct), "accounts.closed", ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, [FromServices] ReopenAccount reopen, CancellationToken ct)
        => await AnswerAsync(id, await reopen.RunAsync(id, Version, ct), "accounts.reopened", ct);

    public async Task<IActionResult> OnPostUnlockAsync(Guid id, [FromServices] UnlockAccount unlock, CancellationToken ct)
        => await AnswerAsync(id, await unlock.RunAsync(id, Version, ct), "accounts.unlocked", ct);

    public async Task<IActionResult> OnPostResetSecondFactorAsync(Guid id, [FromServices] ResetSecondFactor reset, CancellationToken ct)
        => await AnswerAsync(id, await reset.RunAsync(id, Version, ct), "accounts.second-factor-reset", ct);

    public async Task<IActionResult> OnPostSignOutAsync(Guid id, [FromServices] EndSessions end, CancellationToken ct)
        => await AnswerAsync(id, await end.RunAsync(id, ct), "accounts.signed-out-everywhere", ct);

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id, Guid session, [FromServices] EndSession end, CancellationToken ct)
        => await AnswerAsync(id, await end.RunAsync(session, ct), "accounts.session-ended", ct);

    public async Task<IActionResult> OnPostActAsync(Guid id, [FromServices] ActFor act, CancellationToken ct)
    {
        IsActing = true;
        var outcome = await act.RunAsync(User.SessionId() ?? Guid.Empty, id, ActingReason, ct);
        return outcome.Succeeded ? LocalRedirect("~/my") : await AnswerAsync(id, outcome, "", ct);
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id, [FromServices] SendInvitation send, CancellationToken ct)
    {
        var outcome = await send.RunAsync(id, Version, site.For(Request), ct);

        if (outcome.Succeeded)
        {
            TempData[LinkKey] = outcome.Value.Token;
        }

        return await AnswerAsync(id, outcome, "accounts.invited", ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await ShowAsync(id, keepTyped: false, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool keepTyped, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.ManageableBy(user).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
        {
            return NotFound();
        }

        // What was typed is compared with the newest and may be saved over it.
        ModelState.Remove(nameof(Version));
        (Account, Version, State) = (account, account.Version, account.StateAt(LockClock.Now));
        Sessions = await sessions.OfAsync(id, ct);
        MayActFor = user.ActorId is null && user.May(Permissions.ActForOthers) && ActFor.MayBeActedFor(account, book);
        (Rights, var names) = await explain.OfAsync(account.Roles, ct);

        if (!keepTyped)
        {
            Input = PersonForm.Of(account, names);
        }

        if (Input.Roles.Count == 0)
        {
            Input.AddRow();
        }

        Input.Choices = await HoldingChoices.LoadAsync(db, text, ct);
        return Page();
    }
}
