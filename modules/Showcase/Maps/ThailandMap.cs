using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.Maps;

/// <summary>A coloured province that leads somewhere.</summary>
/// <param name="Url">Without a slash in front.</param>
/// <param name="Mark">The letter of the tier's style.</param>
public sealed record MapPlace(string Code, ProvinceShape Shape, string Url, string Mark, string Label);

/// <summary>Thailand with the provinces of some groups coloured; a table with the same always stands beside it.</summary>
public sealed record ThailandMap(string Label, IReadOnlyList<MapPlace> Places, IReadOnlyList<Province> Empty)
{
    /// <summary>A province with one group leads to it, one with several to their list; its colour is that of the highest tier in it.</summary>
    public static ThailandMap Of(IEnumerable<GroupCard> groups, string label, Localizer localizer)
    {
        var byProvince = groups.Where(g => ProvinceShapes.All.ContainsKey(g.ProvinceCode)).GroupBy(g => g.Province).ToDictionary(g => g.Key, g => g.ToList());

        return new(
            label,
            [.. byProvince.OrderBy(p => p.Key.SortTh).Select(p => PlaceOf(p.Key, p.Value, localizer))],
            [.. Provinces.All.Where(p => !byProvince.ContainsKey(p) && ProvinceShapes.All.ContainsKey(p.Code))]);
    }

    private static MapPlace PlaceOf(Province province, List<GroupCard> groups, Localizer localizer)
    {
        var best = groups.Find(g => g.Tier.IsFirst) ?? groups[0];

        return new(
            best.Code,
            ProvinceShapes.All[province.Code],
            groups.Count == 1 ? "groups/" + best.Slug : "groups?province=" + province.Code,
            best.Tier.Mark,
            groups.Count == 1
                ? localizer["showcase.map.one", ("province", best.ProvinceName), ("name", best.ShortName), ("tier", best.Tier.Name)]
                : localizer["showcase.map.many", ("province", best.ProvinceName), ("count", groups.Count)]);
    }
}
