using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

// The numbers begin with 9, which is issued to nobody.
public sealed class NationalIdTests
{
    [Theory]
    [InlineData("เลข 9000000000012 ของประธาน")]
    [InlineData("9-0000-00000-01-2")]
    [InlineData("9 0000 00000 01 2.")]
    [InlineData("๙๐๐๐๐๐๐๐๐๐๐๑๒")]
    [InlineData("scan_9000000000012.pdf")]
    public void AppearsIn_ARunWithARightCheckDigit_IsFound(string text)
    {
        Assert.Equal(["9000000000012"], NationalId.FindIn(text));
        Assert.True(NationalId.AppearsIn(text));
    }

    [Theory]
    [InlineData("9000000000013")]
    [InlineData("90000000000120")]
    [InlineData("900000000001")]
    [InlineData("โทร 08-1234-5678 หรือ 0-4241-1182")]
    [InlineData("")]
    [InlineData(null)]
    public void AppearsIn_AnyOtherNumber_IsNotTakenForOne(string? text)
    {
        Assert.False(NationalId.AppearsIn(text));
    }
}
