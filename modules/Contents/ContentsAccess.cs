using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Contents;

/// <summary>Which items a person may reach: those of the areas for which she holds the right.</summary>
public static class ContentsAccess
{
    public static IQueryable<ContentItem> VisibleTo(this IQueryable<ContentItem> items, CurrentUser user)
        => items.WithinAreas(user.AreasOf(Permissions.ViewContents), i => i.AreaPath);

    public static IQueryable<ContentItem> EditableBy(this IQueryable<ContentItem> items, CurrentUser user)
        => items.WithinAreas(user.AreasOf(Permissions.EditContents), i => i.AreaPath);

    public static IQueryable<ContentItem> PublishableBy(this IQueryable<ContentItem> items, CurrentUser user)
        => items.WithinAreas(user.AreasOf(Permissions.PublishContents), i => i.AreaPath);
}
