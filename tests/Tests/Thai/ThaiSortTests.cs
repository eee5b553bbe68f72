using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class ThaiSortTests
{
    [Fact]
    public void Key_OfTheProvinces_SortsThemAsTheDictionaryDoes()
    {
        var byKey = Provinces.All.OrderBy(p => ThaiSort.Key(p.NameTh), StringComparer.Ordinal).Select(p => p.NameTh);

        Assert.Equal(Provinces.All.OrderBy(p => p.SortTh).Select(p => p.NameTh), byKey);
    }

    [Fact]
    public void Key_OfLeadingVowels_FollowsTheConsonant()
    {
        string[] words = ["ขา", "ไก่", "แก", "เก", "กา"];

        Assert.Equal(["กา", "เก", "แก", "ไก่", "ขา"], words.OrderBy(ThaiSort.Key, StringComparer.Ordinal));
        Assert.Equal(["กา", "เก", "แก", "ไก่", "ขา"], words.Order(ThaiSort.Comparer));
    }

    [Fact]
    public void Key_IsLowerCaseHexadecimal()
    {
        Assert.Matches("^[0-9a-f]+$", ThaiSort.Key("เชียงใหม่"));
    }
}
