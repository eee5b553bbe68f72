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

/// <summary>The words of a draft; paragraphs are parted by an empty line.</summary>
[Authorize(Permissions.Draft)]
internal sealed class EditModel(AppDb db, CurrentUser user, RewordLetter reword, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Addressee { get; set; }

    [BindProperty]
    public string? Paragraphs { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } letter)
        {
            return NotFound();
        }

        (Version, Subject, Addressee) = (letter.Version, letter.Body.Subject.Text, letter.Body.Addressee.Text);
        Paragraphs = string.Join("\n\n", letter.Body.Paragraphs);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await reword.RunAsync(new(Id, Version, Subject ?? "", Addressee ?? "", Parts(Paragraphs)), ct);

        if (outcome.Succeeded)
        {
            this.Say("letters.saved");
            return RedirectToPage("/Letters/Letter", new { id = Id });
        }

        if (await LoadAsync(ct) is not { } letter)
        {
            return NotFound();
        }

        // The next save goes on what is there now; what was typed stays.
        ModelState.Remove(nameof(Version));
        Version = letter.Version;
        ModelState.Add(outcome, text);
        return Page();
    }

    private Task<OfficialLetter?> LoadAsync(CancellationToken ct)
        => db.Set<OfficialLetter>().AsNoTracking().DraftableBy(user).SingleOrDefaultAsync(l => l.Id == Id && l.Status == LetterStatus.Draft, ct);

    private static string[] Parts(string? typed)
        => (typed ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
