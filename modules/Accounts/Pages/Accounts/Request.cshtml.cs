using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Anybody asks about the data that is kept of her. The answer is a receipt, the same for everybody.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RequestModel(Localizer text) : PageModel
{
    private const string ReceiptKey = "privacy-receipt";

    [BindProperty]
    public PrivacyRight? Right { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Details { get; set; }

    /// <summary>Her receipt, on the one page right after she has asked.</summary>
    public string? Receipt { get; private set; }

    public static int Days => PrivacyRequest.Days;

    public IReadOnlyList<SelectListItem> Rights => [.. Enum.GetValues<PrivacyRight>().Select(r => new SelectListItem(text[$"accounts.privacy-right-{r}"], r.ToString()))];

    public void OnGet() => Receipt = TempData[ReceiptKey] as string;

    public async Task<IActionResult> OnPostAsync([FromServices] AskForPrivacy ask, CancellationToken ct)
    {
        var outcome = await ask.RunAsync(new(Right, Name, Contact, Details), ct);

        if (outcome.Succeeded)
        {
            TempData[ReceiptKey] = outcome.Value;
            return RedirectToPage();
        }

        ModelState.Add(outcome, text);
        return Page();
    }
}
