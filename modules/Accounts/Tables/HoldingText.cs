using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Accounts.Tables;

/// <summary>Roles as one cell writes them: "ProvinceOfficer@43; GroupSecretary@SG-43-01". The place is th, a region, a province, a district or a group.</summary>
internal sealed class HoldingText(IAreaNames areas, MessageBook book)
{
    private const string Between = "; ";
    private const char At = '@';

    public async Task<string> WriteAsync(IEnumerable<RoleHolding> roles, CancellationToken ct)
    {
        List<RoleHolding> held = [.. roles];
        List<Area> small = [.. held.Select(r => r.Area).Where(a => a.Path.Count(c => c == '/') >= (int)AreaLevel.District).Distinct()];
        var names = small.Count > 0 ? await areas.OfAsync(small, ct) : new Dictionary<string, NamedArea>();
        return Write(held.Select(r => TypedHolding.Of(r, names.GetValueOrDefault(r.Area.Path))));
    }

    public static string Write(IEnumerable<TypedHolding> roles) => string.Join(Between, roles.Select(r => $"{r.Role}{At}{PlaceOf(r)}").Order(StringComparer.Ordinal));

    public IReadOnlyList<TypedHolding> Read(string cell)
        => [.. cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    private static string PlaceOf(TypedHolding holding) => holding.Level switch
    {
        AreaLevel.Nation => Area.Nation.Path,
        AreaLevel.District or AreaLevel.Group => holding.Code ?? "",
        _ => holding.Place ?? "",
    };

    private TypedHolding ReadOne(string typed)
    {
        var at = typed.LastIndexOf(At);
        var (role, place) = at < 0 ? (typed, "") : (typed[..at].Trim(), ThaiDigits.ToAscii(typed[(at + 1)..].Trim()));
        return Place(RoleOf(role), place);
    }

    private static TypedHolding Place(string role, string place)
        => place.Equals(Area.Nation.Path, StringComparison.OrdinalIgnoreCase) ? new(role, AreaLevel.Nation, null, null)
            : Provinces.Regions.Contains(place) ? new(role, AreaLevel.Region, place, null)
            : ProvinceOf(place) is { } province ? new(role, AreaLevel.Province, province, null)
            : place.Length == 4 && place.All(char.IsAsciiDigit) ? new(role, AreaLevel.District, place[..2], place)
            : new(role, AreaLevel.Group, null, place.ToUpperInvariant());

    private static string? ProvinceOf(string place)
        => (Provinces.Find(place) ?? Provinces.All.FirstOrDefault(p => p.NameTh == place || p.NameEn.Equals(place, StringComparison.OrdinalIgnoreCase)))?.Code;

    /// <summary>By its name, or as people call it.</summary>
    private string RoleOf(string typed)
        => Roles.All.FirstOrDefault(r => r.Equals(typed, StringComparison.OrdinalIgnoreCase) || MessageBook.Languages.Any(l => book.Find(l, $"accounts.role.{r}").Equals(typed, StringComparison.OrdinalIgnoreCase))) ?? typed;
}
