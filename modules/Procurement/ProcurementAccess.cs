using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;

namespace CommunityBusinessNetwork.Procurement;

/// <summary>Which budgets, purchases and papers a person may reach.</summary>
public static class ProcurementAccess
{
    public static IQueryable<ApprovedBudget> VisibleTo(this IQueryable<ApprovedBudget> budgets, CurrentUser user)
        => budgets.WithinAreas(user.AreasOf(Permissions.ViewPurchases), b => b.AreaPath);

    public static IQueryable<Purchase> VisibleTo(this IQueryable<Purchase> purchases, CurrentUser user)
        => purchases.WithinAreas(user.AreasOf(Permissions.ViewPurchases), p => p.AreaPath);

    /// <summary>Those on which she may take a step that needs the permission.</summary>
    internal static IQueryable<Purchase> ActedOnBy(this IQueryable<Purchase> purchases, CurrentUser user, Permission permission)
        => purchases.WithinAreas(user.AreasOf(permission), p => p.AreaPath);

    /// <summary>Whether a step is hers: by her right for that area, and an inspection never by the one who ordered.</summary>
    internal static bool MayTake(this CurrentUser user, PurchaseStep step, Purchase purchase) => step switch
    {
        PurchaseStep.Order => user.May(Permissions.OrderGoods, purchase.Area),
        PurchaseStep.Inspect => user.May(Permissions.InspectGoods, purchase.Area) && purchase.OrderedBy != user.Id,
        PurchaseStep.HandOver => user.May(Permissions.HandOverGoods, purchase.Area),
        _ => user.May(Permissions.PayVendors, purchase.Area),
    };

    internal static bool LetsRead(this StoredFile file, CurrentUser user) => user.May(Permissions.ViewPurchases, file.Area);
}
