using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Puts a file into a folder of the library. Of a refused one nothing is kept.</summary>
internal sealed class AddMedia(AppDb db, CurrentUser user, MediaIntake intake, TimeProvider time)
{
    public sealed record Input(Guid FolderId, Upload File);

    public async Task<Outcome<MediaFile>> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.ChangedFolderAsync(user, input.FolderId, ct) is not { } folder)
        {
            return Outcome<MediaFile>.From(Outcome.NotFound);
        }

        var taken = await intake.TakeAsync(input.File, folder.Area, nameof(Input.File), ct);

        if (!taken.Succeeded)
        {
            return Outcome<MediaFile>.From(taken);
        }

        var name = await db.FreeAsync(folder, MediaNames.OfFile(input.File.FileName, taken.Value.File.ContentType), null, ct);
        var media = new MediaFile(folder, name, taken.Value, user.Id, time.GetUtcNow());
        db.Add(media);
        var saved = await db.TrySaveAsync(user, ct);

        if (!saved.Succeeded)
        {
            await intake.DiscardAsync(taken.Value, ct);
            return Outcome<MediaFile>.From(saved);
        }

        return media;
    }
}
