using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Puts another file in the place of one of the library: same id, same address, same words. The bytes that it was are removed.</summary>
internal sealed class ReplaceMedia(AppDb db, CurrentUser user, MediaIntake intake, MediaBytes bytes, TimeProvider time)
{
    public sealed record Input(Guid Id, long Version, Upload? File);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().ChangedBy(user, db).SingleOrDefaultAsync(m => m.Id == input.Id && m.TrashedAt == null, ct) is not { } media)
        {
            return Outcome.NotFound;
        }

        if (media.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (input.File is null)
        {
            return Outcome.Refused("files.missing", nameof(Input.File));
        }

        var before = await db.Set<StoredFile>().SingleAsync(f => f.Id == media.FileId, ct);
        var taken = await intake.TakeAsync(input.File, before.Area, nameof(Input.File), ct);

        if (!taken.Succeeded)
        {
            return Outcome.Refused(taken.Problems);
        }

        if (taken.Value.File.ContentType != media.ContentType || taken.Value.File.Sha256 == media.Sha256)
        {
            await intake.DiscardAsync(taken.Value, ct);
            return taken.Value.File.Sha256 == media.Sha256
                ? Outcome.Refused("contents.media-same", nameof(Input.File))
                : Outcome.Refused("contents.media-other-kind", nameof(Input.File), ("ending", MediaNames.EndingOf(media.ContentType)));
        }

        media.Replace(taken.Value, time.GetUtcNow());
        bytes.Forget(before);
        var saved = await db.TrySaveAsync(user, ct);

        if (saved.Succeeded)
        {
            await bytes.SweepAsync(before, ct);
        }
        else
        {
            await intake.DiscardAsync(taken.Value, ct);
        }

        return saved;
    }
}
