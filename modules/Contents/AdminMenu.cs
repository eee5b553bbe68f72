using CommunityBusinessNetwork.Kernel.Navigation;

namespace CommunityBusinessNetwork.Contents;

internal sealed class AdminMenu : IMenu
{
    private const string Site = "contents.menu-site";

    public IEnumerable<MenuItem> Items =>
    [
        new(Place.Desk, Site, "contents.items", "/admin/contents", Permissions.ViewContents, 500),
        new(Place.Desk, Site, "contents.media", "/admin/media", Permissions.ViewMedia, 505),
        new(Place.Desk, Site, "contents.menu", "/admin/menu", Permissions.PublishContents, 510),
        new(Place.Desk, Site, "contents.types", "/admin/content-types", Permissions.DefineTypes, 520),
    ];
}
