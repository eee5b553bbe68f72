using System.Globalization;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Listings;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Pages.Showcase;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class GroupsModel(PublicCycles cycles, Localizer localizer) : PageModel
{
    public static readonly IReadOnlyList<string> Sorts = ["province", "tier", "money"];
    public static readonly IReadOnlyList<string> Looks = ["cards", "list", "map"];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Region { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string[] Province { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string[] Tier { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string[] Type { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public string Look => Looks.FirstOrDefault(l => l == View) ?? Looks[0];

    public PublicCycle? Cycle { get; private set; }

    public Listing? Listing { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Cycle = await cycles.LatestAsync(ct);
        Listing = Cycle is null ? null : new GroupSearch
        {
            Q = Q?.Trim(),
            Region = Chosen(Region),
            Province = Chosen(Province),
            Tier = Chosen(Tier),
            Business = Chosen(Type),
            Sort = Sorts.FirstOrDefault(s => s == Sort) ?? Sorts[0],
            // Not bound: "page" is also the route value that names the page itself.
            Page = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1,
        }.Find(Cycle.Groups);
    }

    /// <summary>Each filter in use, with the address without it.</summary>
    public IEnumerable<(string Text, string Url)> Chips()
    {
        var search = Listing!.Search;

        if (!string.IsNullOrEmpty(search.Q))
        {
            yield return (search.Q, AddressOf(search with { Q = null }));
        }

        foreach (var tier in Cycle!.Tiers.Where(t => search.Tier.Contains(t.Code)))
        {
            yield return (tier.Name, AddressOf(search with { Tier = Without(search.Tier, tier.Code) }));
        }

        foreach (var region in search.Region.Where(Provinces.Regions.Contains))
        {
            yield return (localizer["showcase.region." + region], AddressOf(search with { Region = Without(search.Region, region) }));
        }

        foreach (var business in Cycle.Groups.Select(g => g.Business).DistinctBy(b => b.Key).Where(b => search.Business.Contains(b.Key)))
        {
            yield return (business.Name, AddressOf(search with { Business = Without(search.Business, business.Key) }));
        }

        foreach (var province in Provinces.All.Where(p => search.Province.Contains(p.Code)))
        {
            yield return (Localizer.Choose(province.NameTh, province.NameEn), AddressOf(search with { Province = Without(search.Province, province.Code) }));
        }
    }

    /// <summary>The address that shows this search; what is usual is left out of it.</summary>
    public string AddressOf(GroupSearch search)
    {
        QueryBuilder query = [];
        Add("q", string.IsNullOrEmpty(search.Q) ? [] : [search.Q]);
        Add("tier", search.Tier);
        Add("region", search.Region);
        Add("type", search.Business);
        Add("province", search.Province);
        Add("sort", search.Sort == Sorts[0] ? [] : [search.Sort]);
        Add("view", Look == Looks[0] ? [] : [Look]);
        return Url.Content("~/groups") + query.ToQueryString();

        void Add(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                query.Add(name, value);
            }
        }
    }

    private static string[] Chosen(string[] values) => [.. values.Where(v => !string.IsNullOrEmpty(v)).Distinct()];

    private static string[] Without(IReadOnlyList<string> values, string one) => [.. values.Where(v => v != one)];
}
