using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Decides how long one kind of data is kept.</summary>
[Authorize(Permissions.Privacy)]
internal sealed class RetentionRuleModel(CurrentUser user, RetentionPlan plan, IEnumerable<IRetentionRule> rules, Localizer text) : PageModel
{
    [BindProperty]
    public bool IsOn { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    public IRetentionRule Rule { get; private set; } = null!;

    public IActionResult OnGet(string key)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        var wish = plan.Of(Rule);
        (IsOn, Days) = (wish.IsOn, wish.Days);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromServices] SetRetention set, CancellationToken ct)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await set.RunAsync(key, IsOn, Days, ct);

            if (outcome.Succeeded)
            {
                this.Say("accounts.saved");
                return RedirectToPage("/Accounts/Retention");
            }

            ModelState.Add(outcome, text);
        }

        return Page();
    }

    private bool Find(string key)
    {
        if (!user.MayHandlePrivacy() || rules.SingleOrDefault(r => r.Key == key) is not { } rule)
        {
            return false;
        }

        Rule = rule;
        return true;
    }
}
