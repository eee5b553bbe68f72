using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Deletes a file for ever that lies in the trash, with its bytes. Not while any version of an item names it, an old one included: that could be made the draft again.</summary>
internal sealed class EraseMedia(AppDb db, CurrentUser user, MediaBytes bytes)
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

        if (await db.WhyInUseAsync(user, media, _ => true, ct) is { } used)
        {
            return Outcome.Refused(used);
        }

        var stored = await db.Set<StoredFile>().SingleAsync(f => f.Id == media.FileId, ct);
        media.Erase();
        db.Remove(media);
        bytes.Forget(stored);
        var saved = await db.TrySaveAsync(user, ct);

        if (saved.Succeeded)
        {
            await bytes.SweepAsync(stored, ct);
        }

        return saved;
    }
}
