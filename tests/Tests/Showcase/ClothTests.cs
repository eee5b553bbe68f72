using System.Runtime.CompilerServices;
using CommunityBusinessNetwork.Showcase.Cloths;

namespace CommunityBusinessNetwork.Tests.Showcase;

public sealed class ClothTests
{
    /// <summary>The files were drawn by the JavaScript from which the C# was ported.</summary>
    [Theory]
    [InlineData("SG-48-01", "rice", "northeast", Foot.Lac)]
    [InlineData("SG-50-01", "water", "north", Foot.Turmeric)]
    [InlineData("SG-17-01", "coin", "central", Foot.Lac)]
    [InlineData("SG-74-01", "fuel", "central", Foot.Turmeric)]
    public void A_cloth_is_byte_for_byte_the_browsers(string code, string figure, string region, Foot foot)
        => Assert.Equal(File.ReadAllText(Path.Combine(Folder(), "cloth", code + ".svg")), new Cloth(code, figure, region, foot).ToString());

    [Fact]
    public void Two_groups_of_one_business_and_region_have_different_cloths()
    {
        var cloths = Enumerable.Range(1, 500).Select(n => new Cloth($"SG-48-{n:00}", "rice", "northeast").ToString()[200..]);

        Assert.Equal(500, cloths.Distinct().Count());
    }

    [Fact]
    public void A_group_without_business_and_region_still_has_a_cloth_of_its_own()
        => Assert.StartsWith("<svg ", new Cloth("SG-99-01", null, null).AsSign().ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_national_cloth_has_a_band_for_each_group()
    {
        var svg = NationCloth.Draw([new("SG-11-01", "food", "central", Foot.Lac), new("SG-12-01", null, "central", Foot.Turmeric)]);

        Assert.Contains("viewBox=\"0 0 2160 160.8\"", svg, StringComparison.Ordinal);
        Assert.Equal(2, svg.Split("<g transform=").Length - 1);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
