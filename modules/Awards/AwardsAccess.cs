using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Awards;

/// <summary>Which awards a person may reach. Announcing and allotting are acts of the whole nation.</summary>
public static class AwardsAccess
{
    public static IQueryable<Award> VisibleTo(this IQueryable<Award> awards, CurrentUser user)
        => awards.WithinAreas(user.AreasOf(Permissions.ViewAwards), a => a.AreaPath);

    internal static IQueryable<Award> RevocableBy(this IQueryable<Award> awards, CurrentUser user)
        => awards.WithinAreas(user.AreasOf(Permissions.AnnounceResults), a => a.AreaPath);

    internal static bool MayAnnounce(this CurrentUser user) => user.May(Permissions.AnnounceResults, Area.Nation);

    internal static bool MayAllot(this CurrentUser user) => user.May(Permissions.AllotAwards, Area.Nation);
}
