using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Clips;

/// <summary>Which clips a person may reach.</summary>
public static class ClipAccess
{
    /// <summary>Those of the areas for which she may see clips.</summary>
    public static IQueryable<Clip> VisibleTo(this IQueryable<Clip> clips, CurrentUser user)
        => clips.WithinAreas(user.AreasOf(Permissions.ViewClips), c => c.AreaPath);

    /// <summary>The entries whose clips she may see.</summary>
    internal static IQueryable<Entry> SeenBy(this IQueryable<Entry> entries, CurrentUser user)
        => entries.WithinAreas(user.AreasOf(Permissions.ViewClips), e => e.AreaPath);

    /// <summary>The entries for which she uploads a clip of that kind.</summary>
    internal static IQueryable<Entry> FilmedBy(this IQueryable<Entry> entries, CurrentUser user, ClipKind kind)
        => entries.WithinAreas(user.AreasOf(kind == ClipKind.Application ? Permissions.UploadClips : Permissions.UploadActivityClips), e => e.AreaPath);
}
