using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Puts a file of the library into the trash. Not while the latest or the published version of an item names it: the refusal says which.</summary>
internal sealed class TrashMedia(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().ChangedBy(user, db).SingleOrDefaultAsync(m => m.Id == id && m.TrashedAt == null, ct) is not { } media)
        {
            return Outcome.NotFound;
        }

        if (await db.WhyInUseAsync(user, media, i => i.Latest || i.Published, ct) is { } used)
        {
            return Outcome.Refused(used);
        }

        media.Trash(time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }
}
