using CommunityBusinessNetwork.Contents.Menus;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Menus;

/// <summary>One entry of the site's menu.</summary>
/// <param name="Url">Without a slash in front.</param>
/// <param name="Lang">Set when the text is not in the reader's language.</param>
public sealed record PublicMenuItem(string Text, string? Lang, string Url);

/// <summary>Reads the site's menu from the content that staff keep.</summary>
public sealed class PublicMenu(AppDb db)
{
    public async Task<IReadOnlyList<PublicMenuItem>> ReadAsync(CancellationToken ct)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().Public().Where(i => i.TypeName == SiteMenu.ItemType).ToListAsync(ct);

        return
        [
            .. items.Select(i => (Title: i.As<TitlePart>(), Place: i.As<MenuPart>()))
                .Where(i => i.Title is not null && i.Place?.Menu == SiteMenu.Main)
                .OrderBy(i => i.Place!.Position)
                .Select(i => new PublicMenuItem(Localizer.Choose(i.Title!.Title, i.Title.TitleEn), Localizer.LangOf(i.Title.TitleEn), i.Place!.Url.TrimStart('/'))),
        ];
    }
}
