using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>The letters of all provinces, for the Department.</summary>
[Authorize(Permissions.ViewAll)]
internal sealed class AllModel(AppDb db, CurrentUser user, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public LetterStatus? Status { get; set; }

    public LetterList List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Provinces { get; } =
        [new("–", ""), .. Kernel.Thai.Provinces.All.Where(p => p.InProgramme).Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code))];

    public IReadOnlyList<SelectListItem> Statuses =>
        [new("–", ""), .. Enum.GetValues<LetterStatus>().Select(s => new SelectListItem(text[$"letters.status-{s.ToString().ToLowerInvariant()}"], s.ToString()))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var letters = db.Set<OfficialLetter>().VisibleTo(user);

        if (!string.IsNullOrEmpty(Province))
        {
            letters = letters.Where(l => l.ProvinceCode == Province);
        }

        if (Status is { } status)
        {
            letters = letters.Where(l => l.Status == status);
        }

        List = await LetterList.ReadAsync(db, letters, Request, showProvince: true, ct);
    }
}
