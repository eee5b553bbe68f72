using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>The content types, and how many items stand on each.</summary>
[Authorize(Permissions.Define)]
internal sealed class TypesModel(AppDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await db.Set<ContentItem>().AsNoTracking().Where(i => i.Latest).GroupBy(i => i.TypeName).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var types = await db.Set<ContentType>().AsNoTracking().Where(t => t.Latest).ToListAsync(ct);
        Rows = [.. types.Select(t => new Row(t, Localizer.Choose(t.Definition.DisplayTh, t.Definition.DisplayEn), counts.GetValueOrDefault(t.Name))).OrderBy(r => r.Title, ThaiSort.Comparer)];
    }

    internal sealed record Row(ContentType Type, string Title, int Items);
}
