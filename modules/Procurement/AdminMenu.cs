using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Procurement;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "menu.programme", "procurement.menu", "/admin/purchases", Permissions.OverseePurchases, 60),
        new(Place.My, "", "procurement.menu", "/my/purchases", Permissions.ViewPurchases, 50),
    ];
}
