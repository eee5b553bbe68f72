using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

internal static class FolderItems
{
    /// <summary>The folders whose content a person may change, by their paths, for a control to choose from.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> FolderItemsAsync(this AppDb db, CurrentUser user, Localizer text, CancellationToken ct)
    {
        var folders = await db.Set<MediaFolder>().AsNoTracking().ChangedBy(user).Select(f => new { f.Id, f.Path }).ToListAsync(ct);

        if (folders.All(f => f.Id != MediaFolder.RootId) && user.May(Permissions.ManageMedia, Area.Nation) && !await db.Set<MediaFolder>().AnyAsync(f => f.Id == MediaFolder.RootId, ct))
        {
            folders.Add(new { Id = MediaFolder.RootId, Path = "" });
        }

        return [.. folders.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new SelectListItem(f.Path.Length == 0 ? text["contents.media-root"] : f.Path, f.Id.ToString()))];
    }
}
