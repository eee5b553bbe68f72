using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Reporting;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "menu.programme", "reporting.menu", "/admin/reports", Permissions.OverseeReports, 70),
        new(Place.My, "", "reporting.menu", "/my/reports", Permissions.ViewReports, 60),
    ];
}
