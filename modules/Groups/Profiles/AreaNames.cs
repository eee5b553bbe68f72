using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>Districts and groups by name, from the rows beside the groups.</summary>
internal sealed class AreaNames(AppDb db) : IAreaNames
{
    public async Task<NamedArea?> GroupAsync(string code, CancellationToken ct)
        => await db.Set<GroupIndex>().AsNoTracking().SingleOrDefaultAsync(g => g.Code == code, ct) is { } group ? NameOf(group) : null;

    public async Task<IReadOnlyDictionary<string, NamedArea>> OfAsync(IReadOnlyCollection<Area> areas, CancellationToken ct)
    {
        var rows = await db.Set<GroupIndex>().AsNoTracking().WithinAreas(areas, g => g.AreaPath).OrderBy(g => g.Code).ToListAsync(ct);
        Dictionary<string, NamedArea> names = [];

        foreach (var area in areas)
        {
            if (rows.FirstOrDefault(g => g.AreaPath == area.Path) is { } group)
            {
                names[area.Path] = NameOf(group);
            }
            else if (rows.FirstOrDefault(g => area.Contains(g.Area)) is { } first)
            {
                names[area.Path] = new(area, area.Path.Split('/')[^1], first.DistrictTh, null);
            }
        }

        return names;
    }

    private static NamedArea NameOf(GroupIndex group) => new(group.Area, group.Code, group.NameTh, group.NameEn);
}
