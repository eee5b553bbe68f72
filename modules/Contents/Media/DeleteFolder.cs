using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Deletes a folder in which nothing is, no folder and no file, in the trash neither.</summary>
internal sealed class DeleteFolder(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (id == MediaFolder.RootId || await db.ChangedFolderAsync(user, id, ct) is not { } folder)
        {
            return Outcome.NotFound;
        }

        var (files, folders) = (await db.Set<MediaFile>().CountAsync(m => m.FolderId == id, ct), await db.Set<MediaFolder>().CountAsync(f => f.ParentId == id, ct));

        if (files + folders > 0)
        {
            return Outcome.Refused("contents.media-folder-not-empty", null, ("files", files), ("folders", folders));
        }

        folder.Delete();
        db.Remove(folder);
        return await db.TrySaveAsync(user, ct);
    }
}
