using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Puts a file of the library into another folder. Its address stays; where the name is taken it gets a number.</summary>
internal sealed class MoveMedia(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid id, Guid folderId, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().ChangedBy(user, db).SingleOrDefaultAsync(m => m.Id == id && m.TrashedAt == null, ct) is not { } media
            || await db.ChangedFolderAsync(user, folderId, ct) is not { } folder)
        {
            return Outcome.NotFound;
        }

        if (media.FolderId == folder.Id)
        {
            return Outcome.Done;
        }

        media.Move(folder, await db.FreeAsync(folder, media.Name, media.Id, ct), time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }
}
