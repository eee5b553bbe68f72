namespace CommunityBusinessNetwork.Contents.Menus;

/// <summary>The names by which the public menu is kept: items of one type, each with the menu it belongs to.</summary>
public static class SiteMenu
{
    public const string Main = "main";
    public const string ItemType = "MenuItem";
}
