using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Finds folders of the library.</summary>
internal static class MediaFolders
{
    /// <summary>The folder, for who may change what is in it; null for others. The root is made when it is first asked for.</summary>
    public static async Task<MediaFolder?> ChangedFolderAsync(this AppDb db, CurrentUser user, Guid id, CancellationToken ct)
        => await db.Set<MediaFolder>().Include(f => f.Roles).ChangedBy(user).SingleOrDefaultAsync(f => f.Id == id, ct)
            ?? (id == MediaFolder.RootId && user.May(Permissions.ManageMedia, Area.Nation) && !await db.Set<MediaFolder>().AnyAsync(f => f.Id == id, ct) ? await db.RootAsync(ct) : null);

    /// <summary>The folder in which all others are, made with the caller's save where it is not there yet.</summary>
    public static async Task<MediaFolder> RootAsync(this AppDb db, CancellationToken ct)
    {
        if (await db.Set<MediaFolder>().Include(f => f.Roles).SingleOrDefaultAsync(f => f.Id == MediaFolder.RootId, ct) is { } root)
        {
            return root;
        }

        return db.Set<MediaFolder>().Local.SingleOrDefault(f => f.IsRoot) ?? db.Add(MediaFolder.NewRoot()).Entity;
    }

    /// <summary>All folders below one, at any depth.</summary>
    public static async Task<List<MediaFolder>> BelowAsync(this AppDb db, MediaFolder folder, CancellationToken ct)
    {
        var start = folder.IsRoot ? "" : folder.PathKey + "/";
        return await db.Set<MediaFolder>().Include(f => f.Roles).Where(f => f.Id != folder.Id && f.PathKey.StartsWith(start)).ToListAsync(ct);
    }
}
