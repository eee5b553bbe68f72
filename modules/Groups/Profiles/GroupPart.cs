using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>
/// A savings group for production (กลุ่มออมทรัพย์เพื่อการผลิต, domain §2.2): its master data. The title is in <c>TitlePart</c>, the address in <c>AutoroutePart</c>.
/// </summary>
/// <param name="Code">"SG-43-01": SG, the province, a number.</param>
/// <param name="VillageTh">With the word บ้าน.</param>
/// <param name="BusinessTypes">The Thai names of the businesses it runs, the focus first (domain §2.2).</param>
/// <param name="FoundedBe">The Buddhist year, from 2517.</param>
/// <param name="Savings">เงินสัจจะสะสม, at the stated date.</param>
public sealed record GroupPart(
    string Code,
    string ProvinceCode,
    string DistrictTh,
    string SubdistrictTh,
    string VillageTh,
    int Moo,
    string Postcode,
    IReadOnlyList<string> BusinessTypes,
    int FoundedBe,
    int Members,
    int MembersFemale,
    int Committee,
    Money Savings,
    Money Loans,
    Money WelfareFund,
    Money RevenueLastYear,
    Money ProfitLastYear,
    int Jobs)
{
    /// <summary>One sentence for the public that says what the money did.</summary>
    public string? ResultTh { get; init; }

    public string? ResultEn { get; init; }

    /// <summary>The story, in paragraphs of plain text parted by an empty line. The group's own words: no translation.</summary>
    public string? StoryTh { get; init; }

    /// <summary>What is wrong with the numbers of people.</summary>
    internal static IReadOnlyList<Problem> CheckCounts(int members, int female, int committee)
        => female > members || committee > members ? [new("groups.more-than-members", nameof(Members))] : [];

    public string FocusBusiness => BusinessTypes.Count > 0 ? BusinessTypes[0] : "";
}

/// <summary>Whom to ask in a group. Never public (domain §10.1).</summary>
/// <param name="Phone">Digits only.</param>
public sealed record GroupContactPart(string ChairTh, string? ContactTh, string Phone, string? Email);
