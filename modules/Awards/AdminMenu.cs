using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Awards;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items => [new(Place.Desk, "menu.programme", "awards.menu", "/admin/awards", Permissions.ViewAwards, 50)];
}
