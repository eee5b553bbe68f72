using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("042411182", "042411182")]
    [InlineData("0-4241-1182", "042411182")]
    [InlineData("๐-๔๒๔๑-๑๑๘๒", "042411182")]
    [InlineData("(042) 411 182", "042411182")]
    [InlineData("+66 42 411 182", "042411182")]
    [InlineData("08 1234 5678", "0812345678")]
    [InlineData("081-234-5678", "0812345678")]
    [InlineData("0412345678", null)]
    [InlineData("0112345678", null)]
    [InlineData("1669", null)]
    [InlineData("โทร", null)]
    [InlineData(null, null)]
    public void Normalise_UsualWaysOfTyping_KeepTheDigitsOnly(string? typed, string? kept)
    {
        Assert.Equal(kept, PhoneNumbers.Normalise(typed));
    }

    [Fact]
    public void Format_LandLineAndMobile_AreGroupedAsInTheLetter()
    {
        Assert.Equal("๐-๔๒๔๑-๑๑๘๒", PhoneNumbers.Format("042411182", Digits.Thai));
        Assert.Equal("08-1234-5678", PhoneNumbers.Format("0812345678"));
        Assert.Equal("08-****-5678", PhoneNumbers.Mask("0812345678"));
    }
}
