using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Takes a file of the library out of the trash, into the folder where it was; where its name is taken by now it gets a number.</summary>
internal sealed class RestoreMedia(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().ChangedBy(user, db).SingleOrDefaultAsync(m => m.Id == id, ct) is not { } media)
        {
            return Outcome.NotFound;
        }

        if (media.TrashedAt is null)
        {
            return Outcome.Refused("contents.media-not-in-trash");
        }

        var folder = await db.Set<MediaFolder>().SingleAsync(f => f.Id == media.FolderId, ct);
        media.Restore(await db.FreeAsync(folder, media.Name, media.Id, ct));
        return await db.TrySaveAsync(user, ct);
    }
}
