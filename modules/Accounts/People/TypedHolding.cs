using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>How large the part of the country is for which a role is held.</summary>
internal enum AreaLevel
{
    Nation,
    Region,
    Province,
    District,
    Group,
}

/// <summary>A row of the form in which roles are given. A row without a role is none.</summary>
/// <param name="Place">The key of a region or the code of a province.</param>
/// <param name="Code">A district's number, a group's code.</param>
internal sealed record TypedHolding(string? Role, AreaLevel Level, string? Place, string? Code)
{
    /// <summary>The row in which this role would have been typed.</summary>
    public static TypedHolding Of(RoleHolding holding, NamedArea? name)
    {
        var parts = holding.Area.Path.Split('/');
        var level = (AreaLevel)Math.Min(parts.Length - 1, (int)AreaLevel.Group);
        return new(
            holding.Role,
            level,
            level == AreaLevel.Nation ? null : level == AreaLevel.Region ? parts[1] : parts[2],
            level >= AreaLevel.District ? name?.Code ?? parts[^1] : null);
    }
}

/// <summary>Reads the rows in which roles are given, and says beside each what is wrong with it.</summary>
internal sealed partial class ReadHoldings(AppDb db, CurrentUser user, IAreaNames areas)
{
    /// <param name="before">What the person holds already: that may stay, also where one may not give it.</param>
    public async Task<(IReadOnlyList<RoleHolding> Roles, List<Problem> Problems)> ReadAsync(
        IReadOnlyList<TypedHolding> rows, IReadOnlyList<RoleHolding> before, CancellationToken ct)
    {
        var known = await db.Set<Role>().AsNoTracking().Select(r => r.Name).ToListAsync(ct);
        List<RoleHolding> roles = [];
        List<Problem> problems = [];

        foreach (var (at, row) in rows.Index().Where(r => !string.IsNullOrEmpty(r.Item.Role)))
        {
            if (!known.Contains(row.Role!) || row.Role == Roles.Anonymous)
            {
                problems.Add(new("accounts.role-unknown", $"Roles[{at}].Role"));
                continue;
            }

            var (area, wrong) = await AreaOfAsync(row, ct);

            if (area is not { } found)
            {
                problems.Add(wrong! with { Field = $"Roles[{at}].{wrong.Field}" });
                continue;
            }

            RoleHolding holding = new(row.Role!, found);

            if (!user.May(Permissions.ManagePeople, found) && !before.Contains(holding))
            {
                problems.Add(new("accounts.area-not-yours", $"Roles[{at}].Place"));
            }
            else if (!roles.Contains(holding))
            {
                roles.Add(holding);
            }
        }

        return (roles, problems);
    }

    private async Task<(Area? Area, Problem? Wrong)> AreaOfAsync(TypedHolding row, CancellationToken ct)
    {
        var code = ThaiDigits.ToAscii(row.Code ?? "").Trim();
        return row.Level switch
        {
            AreaLevel.Nation => (Area.Nation, null),
            AreaLevel.Region => Provinces.Regions.Contains(row.Place) ? (new Area($"{Area.Nation.Path}/{row.Place}"), null) : Wrong("accounts.choose-region", "Place"),
            AreaLevel.Group => await areas.GroupAsync(code.ToUpperInvariant(), ct) is { } group ? (group.Area, null) : Wrong("accounts.group-unknown", "Code"),
            _ when Provinces.Find(row.Place) is not { } => Wrong("accounts.choose-province", "Place"),
            AreaLevel.Province => (Area.Province(row.Place!), null),
            _ => DistrictCode().IsMatch(code) && code.StartsWith(row.Place!, StringComparison.Ordinal)
                ? (Area.District(row.Place!, code), null)
                : Wrong("accounts.district-invalid", "Code"),
        };

        static (Area?, Problem?) Wrong(string key, string field) => (null, new(key, field));
    }

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex DistrictCode();
}
