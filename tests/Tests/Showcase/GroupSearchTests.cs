using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Businesses;
using CommunityBusinessNetwork.Showcase.Listings;
using CommunityBusinessNetwork.Showcase.OpenData;
using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Tests.Showcase;

public sealed class GroupSearchTests
{
    private static readonly PublicTier Outstanding = new("outstanding", "ดีเด่น", "Outstanding", 1, Money.FromBaht(90_000), true);
    private static readonly PublicTier Good = new("good", "ดี", "Good", 2, Money.FromBaht(50_000), false);

    private static readonly GroupCard Rice = Card("48", "บ้านยี่โถ", "ธนาคารข้าว", Outstanding);
    private static readonly GroupCard Water = Card("50", "บ้านบัวหลวง", "น้ำดื่มชุมชน", Good);
    private static readonly GroupCard Market = Card("40", "บ้าน ๑๒", "ศูนย์สาธิตการตลาด", Good);
    private static readonly IReadOnlyList<GroupCard> All = [Rice, Water, Market];

    [Fact]
    public void Nothing_asked_finds_all_in_the_order_given() => Assert.Equal(All, new GroupSearch().Find(All).Shown);

    [Theory]
    [InlineData("ข้าว", "48")]
    [InlineData("Nakhon Phanom", "48")]
    [InlineData("nakhonphanom", "48")]
    [InlineData("drinking", "50")]
    [InlineData("บ้าน12", "40")]
    public void A_word_is_found_in_names_provinces_and_businesses(string q, string province)
        => Assert.Equal(province, Assert.Single(new GroupSearch { Q = q }.Find(All).Found).ProvinceCode);

    [Fact]
    public void Facets_of_one_kind_widen_and_of_two_kinds_narrow()
    {
        GroupSearch search = new() { Region = ["northeast"], Tier = ["good", "outstanding"] };

        Assert.Equal([Rice, Market], search.Find(All).Found);
        Assert.Equal([Market], (search with { Tier = ["good"] }).Find(All).Found);
    }

    [Fact]
    public void A_count_says_what_a_facet_would_give_beside_the_others()
    {
        var found = new GroupSearch { Region = ["northeast"] }.Find(All);

        Assert.Equal(1, found.Tiers["good"]);
        Assert.Equal(1, found.Regions["north"]);
        Assert.Equal(2, found.Regions["northeast"]);
        Assert.Equal(0, found.Provinces["50"]);
    }

    [Fact]
    public void A_page_past_the_end_is_the_last_one()
    {
        var many = Enumerable.Range(0, 100).Select(_ => Rice).ToList();
        var found = new GroupSearch { Page = 99 }.Find(many);

        Assert.Equal(3, found.Search.Page);
        Assert.Equal(28, found.Shown.Count);
    }

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_not_one_in_the_csv()
    {
        var csv = GroupRow.Csv([GroupRow.Of(Rice with { NameTh = "=1+1" }, 2563), GroupRow.Of(Rice with { NameTh = "a,\"b\"" }, 2563)]);

        Assert.Contains(",'=1+1,", csv, StringComparison.Ordinal);
        Assert.Contains(",\"a,\"\"b\"\"\",", csv, StringComparison.Ordinal);
        Assert.Contains(",90000.00,", csv, StringComparison.Ordinal);
    }

    private static GroupCard Card(string province, string village, string business, PublicTier tier) => new(
        Guid.CreateVersion7(), "item" + province, $"SG-{province}-01", $"sg-{province}-01", "กลุ่มออมทรัพย์เพื่อการผลิต" + village, null, village, null,
        Provinces.Of(province), "เมือง", Business.Of(business), tier, tier.Award, Money.Zero, null, null, null, Progress.Working);
}
