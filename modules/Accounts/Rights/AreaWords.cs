using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>Areas in words: the nation, a region, a province, a district, a group.</summary>
internal sealed class AreaWords(IAreaNames names, Localizer text)
{
    private const int Nation = 1;
    private const int Region = 2;
    private const int Province = 3;
    private const int District = 4;

    /// <summary>The names that the words of these areas need.</summary>
    public async Task<IReadOnlyDictionary<string, NamedArea>> NamesOfAsync(IEnumerable<Area> areas, CancellationToken ct)
    {
        List<Area> small = [.. areas.Where(a => a.Path.Split('/').Length >= District).Distinct()];
        return small.Count > 0 ? await names.OfAsync(small, ct) : new Dictionary<string, NamedArea>();
    }

    public string Of(Area area, IReadOnlyDictionary<string, NamedArea> known)
    {
        var parts = area.Path.Split('/');
        return parts.Length switch
        {
            Nation => text["accounts.area-nation"],
            Region => text["accounts.area-region", ("region", text[$"accounts.region-{parts[1]}"])],
            Province => ProvinceOf(parts),
            _ when known.TryGetValue(area.Path, out var name) => parts.Length == District
                ? text["accounts.area-district", ("district", name.NameTh), ("province", ProvinceOf(parts))]
                : text["accounts.area-group", ("group", Localizer.Choose(name.NameTh, name.NameEn)), ("code", name.Code)],
            District => text["accounts.area-district", ("district", parts[^1]), ("province", ProvinceOf(parts))],
            _ => text["accounts.area-group", ("group", parts[^1]), ("code", ProvinceOf(parts))],
        };
    }

    private static string ProvinceOf(string[] parts) => Provinces.Find(parts[2]) is { } province ? Localizer.Choose(province.NameTh, province.NameEn) : parts[2];
}
