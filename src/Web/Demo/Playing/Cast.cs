using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Web.Demo.Playing;

/// <summary>A person of the demo: <c>demo-role</c>, in a province <c>demo-role-43</c>.</summary>
internal sealed record DemoPerson(string UserName, string Name, string Role, string? Province)
{
    /// <summary>For which part of the country she holds her role.</summary>
    public Area AreaAmong(IReadOnlyDictionary<string, GroupIndex> groupsByProvince) => Province switch
    {
        null => Area.Nation,
        var code when Role == Roles.GroupSecretary => groupsByProvince[code].Area,
        var code when Role == Roles.DistrictOfficer => Area.District(code, DistrictCodeOf(code)),
        var code => Area.Province(code),
    };

    /// <summary>The capital district has the number 01 in every province.</summary>
    public static string DistrictCodeOf(string province) => $"{province}01";

    /// <exception cref="FormatException">The file does not have the shape of the demo's people.</exception>
    public static IReadOnlyList<DemoPerson> Read(string folder)
        => [.. File.ReadLines(Path.Combine(folder, "people.csv")).Skip(1).Select(line => line.Split(',') is [var user, var name, var role, var province]
            ? new DemoPerson(user, name, role, province.Length > 0 ? province : null)
            : throw new FormatException($"people.csv: {line}"))];
}

/// <summary>The people of the demo, as they act.</summary>
internal sealed class Cast(IReadOnlyDictionary<string, CurrentUser> people)
{
    public CurrentUser DepartmentOfficer => people["demo-department-officer"];
    public CurrentUser DepartmentHead => people["demo-department-head"];
    public CurrentUser Chair => people["demo-chair"];
    public CurrentUser Secretary => people["demo-secretary"];

    /// <summary>The five who mark, in the order of the roster's judges J1 to J5: the chair first.</summary>
    public IReadOnlyList<CurrentUser> Judges => [Chair, .. Enumerable.Range(1, 4).Select(n => people[$"demo-member-{n}"])];

    public CurrentUser ProvinceOfficer(string province) => people[$"demo-province-officer-{province}"];

    public CurrentUser ProvinceHead(string province) => people[$"demo-province-head-{province}"];

    public CurrentUser ProcurementOfficer(string province) => people[$"demo-procurement-officer-{province}"];

    public CurrentUser Inspector(string province) => people[$"demo-inspector-{province}"];

    public CurrentUser DistrictOfficer(string province) => people[$"demo-district-officer-{province}"];

    public CurrentUser GroupSecretary(string province) => people[$"demo-group-secretary-{province}"];
}
