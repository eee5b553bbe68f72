using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Wishes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>How one is told oneself. Any signed-in person may open it.</summary>
[Authorize]
internal sealed class MineModel(AppDb db, CurrentUser user, SetWishes set, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string Language { get; set; } = MessageBook.Languages[0];

    /// <summary>The kinds that one can switch off.</summary>
    [BindProperty]
    public List<KindWish> Kinds { get; set; } = [];

    public IEnumerable<SelectListItem> LanguageItems => MessageBook.Languages.Select(l => new SelectListItem(text[$"notices.language-{l}"], l));
    public IEnumerable<SelectListItem> WishItems => Enum.GetValues<Wish>().Select(w => new SelectListItem(text[$"notices.wish-{w}"], w.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var wishes = await db.Set<PersonWishes>().AsNoTracking().SingleOrDefaultAsync(w => w.UserId == user.Id, ct) ?? new(user.Id);
        (Version, Language) = (wishes.Version, wishes.Language);
        Kinds = [.. NoticeKinds.All.Where(k => !k.IsCompulsory).Select(k => new KindWish { Kind = k.Code, Wish = wishes.For(k) })];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await set.RunAsync(new(Version, Language, Kinds.DistinctBy(k => k.Kind).ToDictionary(k => k.Kind, k => k.Wish)), ct);

            if (outcome.Succeeded)
            {
                this.Say("notices.wishes-saved");
                return RedirectToPage();
            }

            ModelState.Add(outcome, text);
        }

        // The next save goes on what is there now; what was chosen stays.
        ModelState.Remove(nameof(Version));
        Version = await db.Set<PersonWishes>().Where(w => w.UserId == user.Id).Select(w => w.Version).SingleOrDefaultAsync(ct);
        return Page();
    }

    internal sealed class KindWish
    {
        public string Kind { get; set; } = "";
        public Wish Wish { get; set; }
    }
}
