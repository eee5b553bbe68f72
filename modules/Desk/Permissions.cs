using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Desk;

/// <summary>What the Desk itself asks for. The pages of the programme have their own.</summary>
internal static class Permissions
{
    public const string ManageSite = "desk.manage-site";
    public const string ViewAudit = "desk.view-audit";
    public const string ViewDashboard = "desk.view-dashboard";
    public const string WorkAtHome = "desk.my-work";
    public const string Review = "desk.review";
    public const string ViewWorkflows = "desk.view-workflows";
    public const string ViewHealth = "desk.view-health";
    public const string ManageWorkflows = "desk.manage-workflows";

    /// <summary>Settings, features, jobs and recipes.</summary>
    public static readonly Permission ManagingSite = new(ManageSite) { Stereotypes = [Roles.Administrator] };

    public static readonly Permission ViewingAudit = new(ViewAudit, ManagingSite) { Stereotypes = [Roles.DepartmentHead, Roles.Auditor] };

    public static readonly Permission ViewingDashboard = new(ViewDashboard, ManagingSite)
    {
        Stereotypes = [Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.Auditor],
    };

    /// <summary>The list of what waits for a group, a district or a province.</summary>
    public static readonly Permission Working = new(WorkAtHome)
    {
        Stereotypes = [Roles.ProvinceOfficer, Roles.ProvinceHead, Roles.ProcurementOfficer, Roles.Inspector, Roles.DistrictOfficer, Roles.GroupSecretary],
    };

    /// <summary>The committee's list of what waits.</summary>
    public static readonly Permission Reviewing = new(Review) { Stereotypes = [Roles.Chair, Roles.Member, Roles.Secretary] };

    /// <summary>Change the rules of workflows, publish them and move what runs.</summary>
    public static readonly Permission ManagingWorkflows = new(ManageWorkflows, ManagingSite) { Stereotypes = [Roles.DepartmentOfficer] };

    public static readonly Permission ViewingWorkflows = new(ViewWorkflows, ManagingWorkflows) { Stereotypes = [Roles.DepartmentHead, Roles.Auditor] };

    /// <summary>See how each part of the site does.</summary>
    public static readonly Permission ViewingHealth = new(ViewHealth, ManagingSite);

    public static readonly IReadOnlyList<Permission> All = [ManagingSite, ViewingAudit, ViewingDashboard, Working, Reviewing, ManagingWorkflows, ViewingWorkflows, ViewingHealth];
}
