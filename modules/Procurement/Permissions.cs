using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Procurement;

/// <summary>The rights of this module. The constants name the policies of its pages.</summary>
public static class Permissions
{
    public const string Order = "procurement.order";
    public const string Inspect = "procurement.inspect";
    public const string HandOver = "procurement.hand-over";
    public const string Pay = "procurement.pay";
    public const string View = "procurement.view";
    public const string Oversee = "procurement.oversee";

    /// <summary>Order for a group, or give a line up.</summary>
    public static readonly Permission OrderGoods = new(Order) { Stereotypes = [Roles.ProcurementOfficer] };

    /// <summary>Inspect what was delivered. Never by the one who ordered it.</summary>
    public static readonly Permission InspectGoods = new(Inspect) { Stereotypes = [Roles.Inspector] };

    /// <summary>Hand the goods over to the group.</summary>
    public static readonly Permission HandOverGoods = new(HandOver) { Stereotypes = [Roles.ProvinceOfficer, Roles.DistrictOfficer] };

    public static readonly Permission PayVendors = new(Pay) { Stereotypes = [Roles.ProcurementOfficer] };

    /// <summary>See all purchases from the Desk.</summary>
    public static readonly Permission OverseePurchases = new(Oversee)
    {
        Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.Auditor],
    };

    /// <summary>See the purchases of one's area with their papers.</summary>
    public static readonly Permission ViewPurchases = new(View, OrderGoods, InspectGoods, HandOverGoods, PayVendors, OverseePurchases)
    {
        Stereotypes = [Roles.ProvinceHead, Roles.GroupSecretary],
    };

    public static readonly IReadOnlyList<Permission> All = [OrderGoods, InspectGoods, HandOverGoods, PayVendors, OverseePurchases, ViewPurchases];
}
