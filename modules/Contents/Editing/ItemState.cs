using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>What becomes of an item: never public or public no more; public; public with a newer draft; in the trash.</summary>
internal enum ItemState
{
    Draft,
    Published,
    DraftOverPublished,
    Trashed,
}

internal static class ItemStates
{
    /// <summary>What a form carries to be told that somebody else has saved: the number of the version and how often it was saved.</summary>
    public static string Seen(this ContentItem latest) => string.Create(CultureInfo.InvariantCulture, $"{latest.Number}.{latest.Version}");

    public static ItemState StateOf(this ContentItem latest, bool anyPublished)
        => latest.TrashedUtc is not null ? ItemState.Trashed
            : latest.Published ? ItemState.Published
            : anyPublished ? ItemState.DraftOverPublished
            : ItemState.Draft;

    public static IQueryable<ContentItem> InState(this IQueryable<ContentItem> latest, ItemState state, AppDb db) => state switch
    {
        ItemState.Trashed => latest.Where(i => i.TrashedUtc != null),
        ItemState.Published => latest.Where(i => i.Published),
        ItemState.DraftOverPublished => latest.Where(i => !i.Published && i.TrashedUtc == null && db.Set<ContentItem>().Any(p => p.ItemId == i.ItemId && p.Published)),
        _ => latest.Where(i => !i.Published && i.TrashedUtc == null && !db.Set<ContentItem>().Any(p => p.ItemId == i.ItemId && p.Published)),
    };

    /// <summary>The version of an item that is the latest, of those that the query reaches.</summary>
    public static Task<ContentItem?> LatestOfAsync(this IQueryable<ContentItem> items, string itemId, CancellationToken ct)
        => items.SingleOrDefaultAsync(i => i.ItemId == itemId && i.Latest, ct);
}
