using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Plans;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string Edit = "plans.edit";
    public const string View = "plans.view";

    /// <summary>Write the plan of a group.</summary>
    public static readonly Permission EditPlans = new(Edit) { Stereotypes = [Roles.GroupSecretary, Roles.DistrictOfficer] };

    /// <summary>Read plans, drafts too. The committee reads what was submitted, by its sheets only.</summary>
    public static readonly Permission ViewPlans = new(View, EditPlans)
    {
        Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.ProvinceOfficer, Roles.ProvinceHead, Roles.ProcurementOfficer, Roles.Auditor],
    };

    public static readonly IReadOnlyList<Permission> All = [EditPlans, ViewPlans];
}
