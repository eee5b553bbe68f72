using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Awards;

/// <summary>The rights of this module. The constants name the policies of its pages.</summary>
public static class Permissions
{
    public const string Announce = "awards.announce";
    public const string AllotMoney = "awards.allot";
    public const string View = "awards.view";

    /// <summary>Publish the committee's resolution and make the awards; take one back.</summary>
    public static readonly Permission AnnounceResults = new(Announce) { Stereotypes = [Roles.DepartmentHead, Roles.DepartmentOfficer] };

    /// <summary>Allot the money of awards to the provinces.</summary>
    public static readonly Permission AllotAwards = new(AllotMoney) { Stereotypes = [Roles.DepartmentHead, Roles.DepartmentOfficer] };

    /// <summary>See awards, allotments and the ledger.</summary>
    public static readonly Permission ViewAwards = new(View, AnnounceResults, AllotAwards) { Stereotypes = [Roles.Administrator, Roles.Auditor] };

    public static readonly IReadOnlyList<Permission> All = [AnnounceResults, AllotAwards, ViewAwards];
}
