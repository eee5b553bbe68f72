using System.Globalization;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>A first-level unit of Thailand (domain §4.9).</summary>
/// <param name="Code">The Interior's two digits, which are also those of ISO 3166-2:TH.</param>
/// <param name="Abbreviation">The two letters of its official letters.</param>
/// <param name="Region">The key of its region in the six-region scheme: north, northeast, west, central, east, south.</param>
/// <param name="SortTh">Its place, 1–77, in Thai dictionary order.</param>
/// <param name="InProgramme">False for Bangkok, which has no provincial office (domain §1.4 T1).</param>
public sealed record Province(
    string Code, string NameTh, string NameEn, string Abbreviation, string Region, string CapitalDistrictTh, string CapitalPostcode, int SortTh, bool InProgramme);

/// <summary>The 77 units, from the table beside this file.</summary>
public static class Provinces
{
    /// <summary>The keys of the six regions, north to south as the public pages list them.</summary>
    public static readonly IReadOnlyList<string> Regions = ["north", "northeast", "west", "central", "east", "south"];

    private static readonly IReadOnlyDictionary<string, Province> ByCode = Load();

    /// <summary>In Thai dictionary order.</summary>
    public static IReadOnlyList<Province> All { get; } = [.. ByCode.Values.OrderBy(p => p.SortTh)];

    /// <exception cref="KeyNotFoundException">There is no such province.</exception>
    public static Province Of(string code) => ByCode[code];

    public static Province? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var found) ? found : null;

    private static Dictionary<string, Province> Load()
    {
        using var stream = typeof(Provinces).Assembly.GetManifestResourceStream("provinces.csv")!;
        using var reader = new StreamReader(stream);
        var head = reader.ReadLine()!.TrimStart('\uFEFF').Split(',').Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at);
        Dictionary<string, Province> provinces = [];

        while (reader.ReadLine() is { } line)
        {
            // The last column is a remark and the only one that may hold a comma.
            var row = line.Split(',');
            string Of(string column) => row[head[column]];
            provinces.Add(Of("dopa_code"), new(
                Of("dopa_code"),
                Of("name_th"),
                Of("name_en"),
                Of("abbr_th"),
                Of("region6_en").ToLowerInvariant(),
                Of("capital_district_th"),
                Of("capital_postcode"),
                int.Parse(Of("sort_th"), CultureInfo.InvariantCulture),
                Of("in_programme") == "1"));
        }

        return provinces;
    }
}
