using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Accounts;

internal sealed class AdminMenu : IMenu
{
    private const string People = "accounts.menu";

    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, People, "accounts.people", "/admin/people", Permissions.ManagePeople, 800),
        new(Place.Desk, People, "accounts.roles", "/admin/roles", Permissions.ManagePeople, 810),
        new(Place.Desk, People, "accounts.privacy-requests", "/admin/privacy", Permissions.HandlePrivacy, 820),
    ];
}
