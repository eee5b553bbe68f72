using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Reporting;

/// <summary>The rights of this module. The constants name the policies of its pages.</summary>
public static class Permissions
{
    public const string Write = "reporting.write";
    public const string Review = "reporting.review";
    public const string Oversee = "reporting.oversee";
    public const string View = "reporting.view";

    /// <summary>Write the BPM record and the result report of an entry.</summary>
    public static readonly Permission WriteReports = new(Write) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>Accept a result report or send it back.</summary>
    public static readonly Permission ReviewReports = new(Review) { Stereotypes = [Roles.DepartmentOfficer] };

    /// <summary>See from the Desk who has reported.</summary>
    public static readonly Permission OverseeReports = new(Oversee, ReviewReports) { Stereotypes = [Roles.Administrator, Roles.DepartmentHead, Roles.Auditor] };

    /// <summary>See records and reports of one's area before the public does.</summary>
    public static readonly Permission ViewReports = new(View, WriteReports, OverseeReports)
    {
        Stereotypes = [Roles.ProvinceHead, Roles.DistrictOfficer, Roles.GroupSecretary],
    };

    public static readonly IReadOnlyList<Permission> All = [WriteReports, ReviewReports, OverseeReports, ViewReports];
}
