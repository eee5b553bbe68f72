using CommunityBusinessNetwork.Contents.Lists;
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

    /// <summary>One's own views and those for everybody.</summary>
    internal static IQueryable<SavedView> VisibleTo(this IQueryable<SavedView> views, CurrentUser user) => views.Where(v => v.OwnerId == user.Id || v.Shared);

    internal static IQueryable<SavedView> RemovableBy(this IQueryable<SavedView> views, CurrentUser user)
        => user.May(Permissions.DefineTypes) ? views.VisibleTo(user) : views.Where(v => v.OwnerId == user.Id);

    public static IQueryable<ContentItem> PublishableBy(this IQueryable<ContentItem> items, CurrentUser user)
        => items.WithinAreas(user.AreasOf(Permissions.PublishContents), i => i.AreaPath);
}
