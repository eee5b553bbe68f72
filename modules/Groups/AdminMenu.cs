using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Groups;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items => [new(Place.Desk, "menu.programme", "groups.menu", "/admin/groups", Permissions.ViewGroups, 15)];
}
