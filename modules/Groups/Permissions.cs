using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Groups;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string Manage = "groups.manage";
    public const string Export = "groups.export";
    public const string View = "groups.view";

    /// <summary>Take groups in and change their master data.</summary>
    public static readonly Permission ManageGroups = new(Manage)
    {
        Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.ProvinceOfficer],
    };

    /// <summary>See the list of groups with what is not public.</summary>
    public static readonly Permission ViewGroups = new(View, ManageGroups)
    {
        Stereotypes = [Roles.DepartmentHead, Roles.ProvinceHead, Roles.DistrictOfficer, Roles.Auditor],
    };

    /// <summary>Take the list out as a file, with whom to ask.</summary>
    public static readonly Permission ExportGroups = new(Export, ManageGroups) { Stereotypes = [Roles.DepartmentHead, Roles.Auditor] };

    public static readonly IReadOnlyList<Permission> All = [ManageGroups, ViewGroups, ExportGroups];
}
