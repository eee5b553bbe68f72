using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;

namespace CommunityBusinessNetwork.Reporting;

/// <summary>Which records, reports and files a person may reach.</summary>
public static class ReportingAccess
{
    public static IQueryable<BpmRecord> VisibleTo(this IQueryable<BpmRecord> records, CurrentUser user)
        => records.WithinAreas(user.AreasOf(Permissions.ViewReports), r => r.AreaPath);

    public static IQueryable<ActivityReport> VisibleTo(this IQueryable<ActivityReport> reports, CurrentUser user)
        => reports.WithinAreas(user.AreasOf(Permissions.ViewReports), r => r.AreaPath);

    internal static IQueryable<BpmRecord> WrittenBy(this IQueryable<BpmRecord> records, CurrentUser user)
        => records.WithinAreas(user.AreasOf(Permissions.WriteReports), r => r.AreaPath);

    internal static IQueryable<ActivityReport> WrittenBy(this IQueryable<ActivityReport> reports, CurrentUser user)
        => reports.WithinAreas(user.AreasOf(Permissions.WriteReports), r => r.AreaPath);

    internal static IQueryable<ActivityReport> ReviewedBy(this IQueryable<ActivityReport> reports, CurrentUser user)
        => reports.WithinAreas(user.AreasOf(Permissions.ReviewReports), r => r.AreaPath);

    internal static bool LetsRead(this StoredFile file, CurrentUser user) => user.May(Permissions.ViewReports, file.Area);
}
