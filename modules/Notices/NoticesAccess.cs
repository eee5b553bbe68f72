using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Notices.Outbox;

namespace CommunityBusinessNetwork.Notices;

/// <summary>Which notices a person may reach. The only file in the module that answers that question.</summary>
internal static class NoticesAccess
{
    public static IQueryable<Notice> VisibleTo(this IQueryable<Notice> notices, CurrentUser user)
        => notices.WithinAreas(user.AreasOf(Permissions.ViewNotices), n => n.AreaPath);

    public static IQueryable<Notice> ManageableBy(this IQueryable<Notice> notices, CurrentUser user)
        => notices.WithinAreas(user.AreasOf(Permissions.ManageNotices), n => n.AreaPath);

    /// <summary>Words and rules are the same for the whole country, and so is who decides on them.</summary>
    public static bool MayWordNotices(this CurrentUser user) => user.May(Permissions.ManageNotices, Area.Nation);
}
