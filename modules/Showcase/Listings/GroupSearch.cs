using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.Listings;

/// <summary>What a visitor looks for among the groups of a cycle: it is the address of the page, and nothing else.</summary>
public sealed record GroupSearch
{
    public const int PageSize = 36;

    public string? Q { get; init; }

    public IReadOnlyList<string> Region { get; init; } = [];

    public IReadOnlyList<string> Province { get; init; } = [];

    public IReadOnlyList<string> Tier { get; init; } = [];

    public IReadOnlyList<string> Business { get; init; } = [];

    public string Sort { get; init; } = "province";

    public int Page { get; init; } = 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Region.Count + Province.Count + Tier.Count + Business.Count == 0;

    /// <summary>Facets of one kind widen, those of different kinds narrow. A count says how many there are if only that facet's own kind were free.</summary>
    public Listing Find(IReadOnlyList<GroupCard> groups)
    {
        var found = groups.Where(g => Says(g, except: null)).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(Page, 1, pages);
        var sorted = Sort switch
        {
            "tier" => found.OrderBy(g => g.Tier.IsFirst ? 0 : 1),
            "money" => found.OrderByDescending(g => g.Paid.Satang),
            _ => found.AsEnumerable(),
        };

        return new(
            this with { Page = page },
            found,
            [.. sorted.Skip((page - 1) * PageSize).Take(PageSize)],
            pages,
            Count(nameof(Tier), g => g.Tier.Code),
            Count(nameof(Region), g => g.Region),
            Count(nameof(Province), g => g.ProvinceCode),
            Count(nameof(Business), g => g.Business.Key));

        IReadOnlyDictionary<string, int> Count(string kind, Func<GroupCard, string> keyOf)
        {
            var counts = groups.Select(keyOf).Distinct().ToDictionary(k => k, _ => 0);
            foreach (var group in groups.Where(g => Says(g, kind)))
            {
                counts[keyOf(group)]++;
            }

            return counts;
        }
    }

    private bool Says(GroupCard group, string? except)
        => (string.IsNullOrWhiteSpace(Q) || Fold(TextOf(group)).Contains(Fold(Q), StringComparison.Ordinal))
            && Lets(nameof(Region), Region, group.Region, except)
            && Lets(nameof(Province), Province, group.ProvinceCode, except)
            && Lets(nameof(Tier), Tier, group.Tier.Code, except)
            && Lets(nameof(Business), Business, group.Business.Key, except);

    private static bool Lets(string kind, IReadOnlyList<string> wanted, string value, string? except)
        => kind == except || wanted.Count == 0 || wanted.Contains(value);

    private static string TextOf(GroupCard group)
        => string.Join(' ', group.NameTh, group.NameEn, group.VillageTh, group.Province.NameTh, group.Province.NameEn, group.DistrictTh, group.Business.NameTh, group.Business.NameEn, group.SentenceTh, group.SentenceEn, group.Code, group.Words);

    /// <summary>Written alike: Thai digits, the two spellings of sara am, capitals, blanks and dots make no difference.</summary>
    private static string Fold(string text)
        => string.Concat(ThaiDigits.ToAscii(ThaiText.Normalise(text)).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not '.' and not '-'));
}

/// <summary>The groups found, one page of them, and how many each facet would give.</summary>
public sealed record Listing(
    GroupSearch Search, IReadOnlyList<GroupCard> Found, IReadOnlyList<GroupCard> Shown, int Pages,
    IReadOnlyDictionary<string, int> Tiers, IReadOnlyDictionary<string, int> Regions, IReadOnlyDictionary<string, int> Provinces, IReadOnlyDictionary<string, int> Businesses);
