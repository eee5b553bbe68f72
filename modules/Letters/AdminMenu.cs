using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Letters;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "menu.programme", "letters.menu", "/admin/letters", Permissions.ViewingAll, 200),
        new(Place.My, "", "letters.menu", "/my/letters", Permissions.Reading, 20),
        new(Place.My, "", "letters.office", "/my/letters/office", Permissions.KeepingOffice, 95),
    ];
}
