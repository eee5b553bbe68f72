using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Groups;

/// <summary>Which groups a person may reach.</summary>
public static class GroupAccess
{
    /// <summary>Those of the areas for which she may view groups.</summary>
    public static IQueryable<GroupIndex> VisibleTo(this IQueryable<GroupIndex> groups, CurrentUser user)
        => groups.WithinAreas(user.AreasOf(Permissions.ViewGroups), g => g.AreaPath);
}
