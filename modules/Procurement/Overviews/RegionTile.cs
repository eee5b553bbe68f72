using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Overviews;

/// <summary>The money of one region of the country.</summary>
/// <param name="Region">Its key.</param>
public sealed record RegionMoney(string Region, int Groups, Money Award, Money Ordered, Money Paid, int Done)
{
    internal static RegionMoney Of(string region, IReadOnlyCollection<ApprovedBudget> budgets) => new(
        region,
        budgets.Count,
        Money.Sum(budgets.Select(b => b.Award)),
        Money.Sum(budgets.Select(b => b.Ordered)),
        Money.Sum(budgets.Select(b => b.Paid)),
        budgets.Count(b => b.DoneAt is not null));
}

/// <summary>The regions with money, and all of them together.</summary>
public sealed record RegionTable(IReadOnlyList<RegionMoney> Regions, RegionMoney Total);

/// <summary>The money of the newest cycle by region, at the foot of the dashboard.</summary>
internal sealed class RegionTile(AppDb db) : ITileSource
{
    public async Task<Tile?> ForAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.May(Permissions.OverseePurchases, Area.Nation))
        {
            return null;
        }

        var budgets = await db.Set<ApprovedBudget>().AsNoTracking().Where(b => b.WithdrawnAt == null).ToListAsync(ct);

        if (budgets.Count == 0)
        {
            return null;
        }

        var newest = budgets.MaxBy(b => b.Id)!.CycleId;
        var ofCycle = budgets.Where(b => b.CycleId == newest).ToList();
        var byRegion = ofCycle.ToLookup(b => Provinces.Of(b.ProvinceCode).Region);
        return new(
            "Procurement/Regions",
            new RegionTable([.. Provinces.Regions.Where(byRegion.Contains).Select(r => RegionMoney.Of(r, [.. byRegion[r]]))], RegionMoney.Of("", ofCycle)),
            TileSlot.Wide,
            50);
    }
}
