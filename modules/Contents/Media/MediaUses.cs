using System.Linq.Expressions;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Where files of the library are used.</summary>
internal static class MediaUses
{
    private const int Named = 5;

    /// <summary>What keeps a file from being deleted: the items that name it, as far as this person may see them; null when none does.</summary>
    public static async Task<Problem?> WhyInUseAsync(this AppDb db, CurrentUser user, MediaFile media, Expression<Func<ContentItem, bool>> that, CancellationToken ct)
    {
        var versions = db.Set<ContentItem>().AsNoTracking().Naming(db, media.Id).Where(that);
        var count = await versions.Select(i => i.ItemId).Distinct().CountAsync(ct);

        if (count == 0)
        {
            return null;
        }

        var titles = await versions.VisibleTo(user).OrderByDescending(i => i.Latest).ThenByDescending(i => i.Number)
            .Select(i => i.DisplayText).Take(Named * Named).ToListAsync(ct);
        var shown = titles.Distinct().Take(Named).ToList();
        return shown.Count > 0
            ? new("contents.media-in-use", null, ("name", media.Name), ("count", count), ("items", string.Join(" · ", shown)))
            : new("contents.media-in-use-elsewhere", null, ("name", media.Name), ("count", count));
    }
}
