using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Showcase.Cloths;
using CommunityBusinessNetwork.Showcase.Drawings;
using CommunityBusinessNetwork.Showcase.Maps;

namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>What the public may know of one announced cycle.</summary>
/// <param name="Year">The fiscal year, Buddhist Era.</param>
/// <param name="Targeted">How many entries the cycle has, one thread each.</param>
/// <param name="Submitted">How many of them came in complete.</param>
/// <param name="Shortlisted">How many the first round let through.</param>
/// <param name="Threads">Every entry's end, in order of the provinces.</param>
/// <param name="Groups">Those who hold an award, in Thai order of their provinces; a withdrawn one is not among them.</param>
public sealed record PublicCycle(
    Guid Id, int Year, DateTimeOffset AnnouncedAt, int Targeted, int Submitted, int Shortlisted,
    IReadOnlyList<ThreadEnd> Threads, IReadOnlyList<PublicCriterion> Criteria, IReadOnlyList<PublicTier> Tiers, IReadOnlyList<GroupCard> Groups)
{
    public Money Awarded => Money.Sum(Groups.Select(g => g.Award));

    public Money Paid => Money.Sum(Groups.Select(g => g.Paid));

    public IEnumerable<GroupCard> OfTier(PublicTier tier) => Groups.Where(g => g.Tier == tier);

    /// <summary>Their cloths from north to south, as the cloth of the cycle hangs.</summary>
    public IReadOnlyList<GroupCard> NorthToSouth()
        => [.. Provinces.Regions.SelectMany(r => InRegion(r).OrderBy(g => ProvinceShapes.Latitude(g.ProvinceCode)))];

    public IEnumerable<GroupCard> InRegion(string region) => Groups.Where(g => g.Region == region);

    /// <summary>Changes whenever the cloth of the cycle looks different; part of its address.</summary>
    public string Stamp => Chance.Hash(string.Join(' ', Groups.Select(g => g.ClothUrl))).ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>A criterion and its weight in points.</summary>
public sealed record PublicCriterion(string Code, string NameTh, string NameEn, int Weight)
{
    public string Name => Localizer.Choose(NameTh, NameEn);
}

/// <summary>A tier of awards as the public knows it. The first has lac as its colour, all others turmeric.</summary>
public sealed record PublicTier(string Code, string NameTh, string NameEn, int Places, Money Award, bool IsFirst)
{
    internal static IReadOnlyList<PublicTier> Of(CycleRules rules)
        => [.. rules.Tiers.Index().Select(t => new PublicTier(t.Item.Code, t.Item.NameTh, t.Item.NameEn, t.Item.Places, t.Item.Award, t.Index == 0))];

    public string Name => Localizer.Choose(NameTh, NameEn);

    /// <summary>The letter of its style classes.</summary>
    public string Mark => IsFirst ? "a" : "b";

    public Foot Foot => IsFirst ? Foot.Lac : Foot.Turmeric;
}
