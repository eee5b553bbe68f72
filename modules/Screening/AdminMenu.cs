using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Screening;

internal sealed class AdminMenu : IMenu
{
    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, "menu.programme", "screening.rounds", "/admin/rounds", Permissions.ViewingRounds, 300),
        new(Place.Review, "", "screening.rounds", "/review/rounds", Permissions.ViewingBoard, 10),
    ];
}
