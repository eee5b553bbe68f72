using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class BahtTextTests
{
    [Theory]
    [InlineData("0", "ศูนย์บาทถ้วน")]
    [InlineData("1", "หนึ่งบาทถ้วน")]
    [InlineData("10", "สิบบาทถ้วน")]
    [InlineData("11", "สิบเอ็ดบาทถ้วน")]
    [InlineData("20", "ยี่สิบบาทถ้วน")]
    [InlineData("21", "ยี่สิบเอ็ดบาทถ้วน")]
    [InlineData("101", "หนึ่งร้อยเอ็ดบาทถ้วน")]
    [InlineData("111", "หนึ่งร้อยสิบเอ็ดบาทถ้วน")]
    [InlineData("121.50", "หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์")]
    [InlineData("0.25", "ยี่สิบห้าสตางค์")]
    [InlineData("0.01", "หนึ่งสตางค์")]
    [InlineData("50000", "ห้าหมื่นบาทถ้วน")]
    [InlineData("90000", "เก้าหมื่นบาทถ้วน")]
    [InlineData("900000", "เก้าแสนบาทถ้วน")]
    [InlineData("1620000", "หนึ่งล้านหกแสนสองหมื่นบาทถ้วน")]
    [InlineData("2520000", "สองล้านห้าแสนสองหมื่นบาทถ้วน")]
    [InlineData("1000001", "หนึ่งล้านเอ็ดบาทถ้วน")]
    [InlineData("10000000", "สิบล้านบาทถ้วน")]
    [InlineData("21000000", "ยี่สิบเอ็ดล้านบาทถ้วน")]
    [InlineData("-50000", "ลบห้าหมื่นบาทถ้วน")]
    public void Of_AnAmount_IsReadAsInTheTable(string baht, string words)
    {
        Assert.Equal(words, BahtText.Of(Money.FromBaht(decimal.Parse(baht, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Of_AMillionMillions_RepeatsTheWord()
    {
        Assert.Equal("หนึ่งล้านล้านบาทถ้วน", BahtText.Of(new(1_000_000_000_000L * 100)));
    }
}
