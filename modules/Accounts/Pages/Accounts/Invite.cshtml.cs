using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Lets a person in: an account without a password, and a link to set one.</summary>
[Authorize(Permissions.Manage)]
internal sealed class InviteModel(AppDb db, InvitePerson invite, SiteAddress site, Localizer text) : PageModel
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.AddRow();
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await invite.RunAsync(new(Input.UserName, Input.DisplayName, Input.Email, Input.TypedRoles, site.For(Request)), ct);

            if (outcome.Succeeded)
            {
                this.Say("accounts.invited");
                TempData[PersonModel.LinkKey] = outcome.Value.Token;
                return RedirectToPage("/Accounts/Person", new { id = outcome.Value.AccountId });
            }

            ModelState.Add(outcome, text);
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>One row more; what was typed stays.</summary>
    public async Task<IActionResult> OnPostRowAsync(CancellationToken ct)
    {
        Input.AddRow();
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (Input.Roles.Count == 0)
        {
            Input.AddRow();
        }

        Input.Choices = await HoldingChoices.LoadAsync(db, text, ct);
    }
}
