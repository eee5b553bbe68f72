using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Desk;

internal sealed class AdminMenu : IMenu
{
    private const string System = "desk.menu-system";

    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "", "desk.overview", "/admin", Permissions.ViewingDashboard, 0),
        new(Place.Desk, "", "desk.my-tasks", "/admin/tasks", Permissions.ViewingDashboard, 1),
        new(Place.My, "", "desk.my-tasks", "/my", Permissions.Working, 0),
        new(Place.Review, "", "desk.review-tasks", "/review", Permissions.Reviewing, 0),
        new(Place.Desk, System, "desk.workflows", "/admin/workflows", Permissions.ViewingWorkflows, 890),
        new(Place.Desk, System, "desk.audit", "/admin/audit", Permissions.ViewingAudit, 900),
        new(Place.Desk, System, "desk.jobs", "/admin/jobs", Permissions.ManagingSite, 910),
        new(Place.Desk, System, "desk.health", "/admin/health", Permissions.ViewingHealth, 915),
        new(Place.Desk, System, "desk.features", "/admin/features", Permissions.ManagingSite, 920),
        new(Place.Desk, System, "desk.recipes", "/admin/recipes", Permissions.ManagingSite, 930),
        new(Place.Desk, System, "desk.deployment", "/admin/deployment", Permissions.ManagingSite, 935),
        new(Place.Desk, System, "desk.settings", "/admin/settings", Permissions.ManagingSite, 940),
    ];
}
