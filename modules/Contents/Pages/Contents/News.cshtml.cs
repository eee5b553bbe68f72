using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The news, the newest first.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = "public")]
internal sealed class NewsModel(AppDb db) : PageModel
{
    private const int Size = 20;

    public IReadOnlyList<ItemView> Items { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, Size, 0);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var news = db.Set<ContentItem>().AsNoTracking().Published(PublishedItems.News);
        Paging = Paging.Of(Request, await news.CountAsync(ct), Size);
        Items = [.. (await news.Skip(Paging.Skip).Take(Size).ToListAsync(ct)).Select(i => i.ToView()).OfType<ItemView>()];
    }
}
