using System.Globalization;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Menus;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>One entry of the menu in the form.</summary>
public sealed class MenuRowForm
{
    public string? ItemId { get; set; }
    public string? Seen { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Url { get; set; }
    public bool Shown { get; set; } = true;

    internal bool IsBlank => ItemId is null && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(TitleEn) && string.IsNullOrWhiteSpace(Url);
}

/// <summary>The public menu in one form: order, words in both languages, address, shown or hidden.</summary>
[Authorize(Permissions.Publish)]
internal sealed class MenuModel(AppDb db, SaveMenu save, Localizer text) : PageModel
{
    [BindProperty]
    public IList<MenuRowForm> Rows { get; set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await KeptAsync(ct);
        Rows.Add(new());
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        // "up:3": moves a row in the form; nothing is saved.
        if (act?.Split(':') is ["up", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > 0 && at < Rows.Count)
        {
            ModelState.Clear();
            (Rows[at - 1], Rows[at]) = (Rows[at], Rows[at - 1]);
            return Page();
        }

        if (ModelState.IsValid)
        {
            var outcome = await save.RunAsync([.. Rows.Where(r => !r.IsBlank).Select(r => new MenuRow(r.ItemId, r.Seen, r.Title ?? "", r.TitleEn ?? "", r.Url ?? "", r.Shown))], ct);

            if (outcome.Succeeded)
            {
                this.Say("contents.menu-saved");
                return RedirectToPage();
            }

            ModelState.Add(outcome, text);

            if (outcome == Outcome.ChangedMeanwhile)
            {
                await TakeTheirsAsync(ct);
            }
        }

        return Page();
    }

    /// <summary>Told once, saving again is meant: the rows typed here stand on what is kept now. Entries that came meanwhile join at the end.</summary>
    private async Task TakeTheirsAsync(CancellationToken ct)
    {
        var kept = await KeptAsync(ct);
        List<MenuRowForm> rows = [.. Rows.Where(r => r.ItemId is null || kept.Any(k => k.ItemId == r.ItemId))];

        foreach (var row in rows.Where(r => r.ItemId is not null))
        {
            row.Seen = kept.Single(k => k.ItemId == row.ItemId).Seen;
        }

        var errors = ModelState[""]?.Errors.Select(e => e.ErrorMessage).ToList() ?? [];
        ModelState.Clear();
        errors.ForEach(e => ModelState.AddModelError("", e));
        Rows = [.. rows, .. kept.Where(k => rows.All(r => r.ItemId != k.ItemId))];
    }

    private async Task<List<MenuRowForm>> KeptAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return
        [
            .. (await db.MenuAsync(SiteMenu.Main, ct)).Select(i => (Item: i, Title: i.As<TitlePart>(), Place: i.As<MenuPart>()!))
                .Select(i => new MenuRowForm { ItemId = i.Item.ItemId, Seen = i.Item.Seen(), Title = i.Title?.Title, TitleEn = i.Title?.TitleEn, Url = i.Place.Url, Shown = i.Item.Published }),
        ];
    }
}
