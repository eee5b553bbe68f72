using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Notices;

internal sealed class AdminMenu : IMenu
{
    private const string Notices = "notices.menu";

    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, Notices, "notices.outbox", "/admin/notices", Permissions.ViewNotices, 700),
        new(Place.Desk, Notices, "notices.templates", "/admin/notices/templates", Permissions.ManageNotices, 710),
        new(Place.Desk, Notices, "notices.reminders", "/admin/notices/reminders", Permissions.ManageNotices, 720),
    ];
}
