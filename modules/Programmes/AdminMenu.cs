using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Programmes;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "menu.programme", "programmes.cycles", "/admin/cycles", Permissions.ViewSlots, 5),
        new(Place.Desk, "menu.programme", "programmes.slots", "/admin/slots", Permissions.ViewSlots, 10),
        new(Place.Desk, "menu.programme", "programmes.entries", "/my/entries", Permissions.RunCycle, 20),
        new(Place.My, "", "programmes.entries", "/my/entries", Permissions.ViewEntries, 10),
    ];
}
