using System.Linq.Expressions;
using CommunityBusinessNetwork.Contents.Lists;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents;

/// <summary>Which items and which files a person may reach: those of the areas for which she holds the right; of files, those whose folder is open to her roles too.</summary>
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

    /// <summary>The folders whose area is hers or that are shared with all areas, and that are not kept to other roles than she holds there.</summary>
    internal static IQueryable<MediaFolder> VisibleTo(this IQueryable<MediaFolder> folders, CurrentUser user)
        => user.IsSystem ? folders : !user.May(Permissions.ViewMedia) ? folders.Where(_ => false)
            : folders.Where(Or(f => f.Shared, Within(user.AreasOf(Permissions.ViewMedia)))).Where(OpenTo(user, changes: false));

    /// <summary>Of those that she sees, the folders of her areas whose content she may change.</summary>
    internal static IQueryable<MediaFolder> ChangedBy(this IQueryable<MediaFolder> folders, CurrentUser user)
        => user.IsSystem ? folders : folders.VisibleTo(user).Where(Within(user.AreasOf(Permissions.ManageMedia))).Where(OpenTo(user, changes: true));

    internal static IQueryable<MediaFile> VisibleTo(this IQueryable<MediaFile> files, CurrentUser user, AppDb db)
        => files.Join(db.Set<MediaFolder>().VisibleTo(user), m => m.FolderId, f => f.Id, (m, _) => m);

    internal static IQueryable<MediaFile> ChangedBy(this IQueryable<MediaFile> files, CurrentUser user, AppDb db)
        => files.Join(db.Set<MediaFolder>().ChangedBy(user), m => m.FolderId, f => f.Id, (m, _) => m);

    private static Expression<Func<MediaFolder, bool>> Within(IReadOnlyList<Area> areas)
    {
        if (areas.Contains(Area.Nation))
        {
            return _ => true;
        }

        Expression<Func<MediaFolder, bool>> within = _ => false;

        foreach (var area in areas)
        {
            var (own, below) = (area.Path, area.Path + "/");
            within = Or(within, f => f.AreaPath == own || f.AreaPath.StartsWith(below));
        }

        return within;
    }

    /// <summary>A folder is kept to roles, or open to all. A role counts where it is held: one of a province opens no folder of another.</summary>
    private static Expression<Func<MediaFolder, bool>> OpenTo(CurrentUser user, bool changes)
    {
        Expression<Func<MediaFolder, bool>> open = f => f.Roles.All(r => r.Changes != changes);

        foreach (var held in user.Roles.GroupBy(r => r.Area.Path))
        {
            var (roles, own, below) = (held.Select(r => r.Role).ToList(), held.Key, held.Key + "/");
            open = Or(open, f => (f.Shared || f.AreaPath == own || f.AreaPath.StartsWith(below)) && f.Roles.Any(r => r.Changes == changes && roles.Contains(r.Role)));
        }

        return open;
    }

    private static Expression<Func<MediaFolder, bool>> Or(Expression<Func<MediaFolder, bool>> one, Expression<Func<MediaFolder, bool>> other)
        => Expression.Lambda<Func<MediaFolder, bool>>(Expression.OrElse(one.Body, Expression.Invoke(other, one.Parameters)), one.Parameters);
}
