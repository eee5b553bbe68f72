using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Groups;

/// <summary>Which groups a person may reach.</summary>
public static class GroupAccess
{
    /// <summary>Those of the areas for which she may view groups.</summary>
    public static IQueryable<GroupIndex> VisibleTo(this IQueryable<GroupIndex> groups, CurrentUser user)
        => groups.WithinAreas(user.AreasOf(Permissions.ViewGroups), g => g.AreaPath);

    /// <summary>Those of the areas for which she may change them.</summary>
    public static IQueryable<GroupIndex> ManageableBy(this IQueryable<GroupIndex> groups, CurrentUser user)
        => groups.WithinAreas(user.AreasOf(Permissions.ManageGroups), g => g.AreaPath);

    /// <summary>Those of the areas for which she may take them out as a file.</summary>
    public static IQueryable<GroupIndex> ExportableBy(this IQueryable<GroupIndex> groups, CurrentUser user)
        => groups.WithinAreas(user.AreasOf(Permissions.ExportGroups), g => g.AreaPath);
}
