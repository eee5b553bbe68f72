using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Who reads a file of the library: those who may see its folder; everybody while a published version of an item names it.</summary>
internal sealed class MediaGate(AppDb db) : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [MediaIntake.Purpose];

    public async Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(m => m.FileId == file.Id, ct) is not { } media)
        {
            return false;
        }

        return (user.May(Permissions.ViewMedia) && await db.Set<MediaFile>().VisibleTo(user, db).AnyAsync(m => m.Id == media.Id, ct))
            || (media.TrashedAt is null && await db.Set<ContentItem>().Naming(db, media.Id).AnyAsync(i => i.Published, ct));
    }
}
