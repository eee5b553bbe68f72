using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Notices;

/// <summary>The rights of this module.</summary>
internal static class Permissions
{
    public const string View = "notices.view";
    public const string Manage = "notices.manage";

    /// <summary>Hold, word, send and discard notices, and word their templates and reminders.</summary>
    public static readonly Permission ManageNotices = new(Manage) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Read what people are told.</summary>
    public static readonly Permission ViewNotices = new(View, ManageNotices) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    public static readonly IReadOnlyList<Permission> All = [ManageNotices, ViewNotices];
}
