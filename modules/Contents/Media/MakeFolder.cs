using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Makes a folder in another one, with the rights of that one.</summary>
internal sealed class MakeFolder(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid ParentId, string? Name);

    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.ChangedFolderAsync(user, input.ParentId, ct) is not { } parent)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        var (name, problem) = MediaNames.OfFolder(input.Name, nameof(Input.Name));

        if (problem is not null)
        {
            return Outcome<Guid>.From(Outcome.Refused(problem));
        }

        var folder = new MediaFolder(parent, name);

        if (await db.Set<MediaFolder>().AnyAsync(f => f.PathKey == folder.PathKey, ct))
        {
            return Outcome<Guid>.From(Outcome.Refused("contents.media-folder-taken", nameof(Input.Name), ("name", name)));
        }

        db.Add(folder);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? folder.Id : Outcome<Guid>.From(saved);
    }
}
