using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Gives a folder another name or another place, with all that is in it. It keeps its own rights.</summary>
internal sealed class MoveFolder(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid Id, long Version, Guid ParentId, string? Name);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Id == MediaFolder.RootId || await db.ChangedFolderAsync(user, input.Id, ct) is not { } folder || await db.ChangedFolderAsync(user, input.ParentId, ct) is not { } parent)
        {
            return Outcome.NotFound;
        }

        if (folder.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var (name, problem) = MediaNames.OfFolder(input.Name, nameof(Input.Name));

        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        if (folder.Holds(parent))
        {
            return Outcome.Refused("contents.media-folder-in-itself", nameof(Input.ParentId));
        }

        var (before, key) = (folder.Path, MediaFolder.KeyOf(parent.IsRoot ? name : $"{parent.Path}/{name}"));

        if (await db.Set<MediaFolder>().AnyAsync(f => f.PathKey == key && f.Id != folder.Id, ct))
        {
            return Outcome.Refused("contents.media-folder-taken", nameof(Input.Name), ("name", name));
        }

        var below = await db.BelowAsync(folder, ct);
        folder.Move(parent, name);

        foreach (var inner in below)
        {
            inner.Follow(before, folder.Path);
        }

        return await db.TrySaveAsync(user, ct);
    }
}
