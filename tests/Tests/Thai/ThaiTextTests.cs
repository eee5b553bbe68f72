using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class ThaiTextTests
{
    [Theory]
    [InlineData("น\u0E4D\u0E32", "นำ")]
    [InlineData("น\u0E49\u0E4D\u0E32", "น้ำ")]
    [InlineData("น\u0E4D\u0E49\u0E32", "น้ำ")]
    [InlineData("\u0E40\u0E40พร่", "แพร่")]
    [InlineData("ออม\u200Bทรัพย์\uFEFF", "ออมทรัพย์")]
    [InlineData("เชียงใหม่", "เชียงใหม่")]
    [InlineData("สุราษฎร์ธานี กำแพงเพชร น้ำ ฤๅ ก็ แห่ง ๆ ละ", "สุราษฎร์ธานี กำแพงเพชร น้ำ ฤๅ ก็ แห่ง ๆ ละ")]
    public void Normalise_WhatLooksAlike_IsSpeltAlike(string typed, string kept)
    {
        Assert.Equal(kept, ThaiText.Normalise(typed), StringComparer.Ordinal);
    }

    [Fact]
    public void TextElements_OfOneStackedLetter_AreOne()
    {
        Assert.Equal(1, TextElements.Count("น้ำ"));
        Assert.Equal(0, TextElements.Count(""));
    }

    [Theory]
    [InlineData("น้ำปลา", 4, "น้ำปลา")]
    [InlineData("น้ำปลา", 3, "น้ำป…")]
    [InlineData("น้ำปลา", 1, "…")]
    public void Truncate_NeverTearsALetterFromItsMarks(string text, int most, string kept)
    {
        Assert.Equal(kept, TextElements.Truncate(text, most));
    }

    [Fact]
    public void ThaiDigits_BothWays_AreExact()
    {
        Assert.Equal("๐-๔๒๔๑-๑๑๘๒", ThaiDigits.ToThai("0-4241-1182"));
        Assert.Equal("0123456789 ก", ThaiDigits.ToAscii("๐๑๒๓๔๕๖๗๘๙ ก"));
    }
}
