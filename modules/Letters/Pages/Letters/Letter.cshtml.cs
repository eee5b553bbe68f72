using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>One letter as it is printed, with what this person may do with it.</summary>
[Authorize(Permissions.Read)]
internal sealed class LetterModel(AppDb db, CurrentUser user, LetterActs acts, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public OfficialLetter Letter { get; private set; } = null!;

    public bool MayEdit => Letter.Status == LetterStatus.Draft && user.May(Permissions.Drafting, Letter.Area);
    public bool MaySign => Letter.Status == LetterStatus.Draft && user.May(Permissions.Signing, Letter.Area);
    public bool MaySend => Letter.Status == LetterStatus.Signed && (user.May(Permissions.Drafting, Letter.Area) || user.May(Permissions.Signing, Letter.Area));
    public bool MayCancel => MayEdit || MaySign || (Letter.Status == LetterStatus.Signed && user.May(Permissions.Signing, Letter.Area));

    public bool MayAcknowledge => Letter.Status == LetterStatus.Sent
        && user.AreasOf(Permissions.Receiving).Any(a => new Area(Letter.RecipientAreaPath).Contains(a) && Letter.Receipts.All(r => r.AreaPath != a.Path));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Sign.RunAsync(id, Version, ct), "letters.signed", ct);

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Send.RunAsync(id, Version, ct), "letters.sent", ct);

    public async Task<IActionResult> OnPostAcknowledgeAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Acknowledge.RunAsync(id, ct), "letters.acknowledged", ct);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Cancel.RunAsync(id, Version, Reason ?? "", ct), "letters.cancelled", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        if (outcome == Outcome.NotFound || !await LoadAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<OfficialLetter>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
        {
            return false;
        }

        (Letter, Version) = (letter, letter.Version);
        return true;
    }
}

/// <summary>What can be done with a letter.</summary>
internal sealed record LetterActs(SignLetter Sign, SendLetter Send, CancelLetter Cancel, AcknowledgeLetter Acknowledge);
