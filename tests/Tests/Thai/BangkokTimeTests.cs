using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class BangkokTimeTests
{
    private static readonly DateOnly Deadline = new(2020, 5, 29);

    [Fact]
    public void EndOf_ADay_IsTheFirstInstantThatIsTooLate()
    {
        DateTimeOffset lastSecond = new(2020, 5, 29, 23, 59, 59, BangkokTime.Offset);

        Assert.Equal(new(2020, 5, 29, 17, 0, 0, TimeSpan.Zero), BangkokTime.EndOf(Deadline));
        Assert.True(lastSecond < BangkokTime.EndOf(Deadline));
        Assert.False(lastSecond.AddSeconds(1) < BangkokTime.EndOf(Deadline));
    }

    [Fact]
    public void DateOf_AnEveningInGreenwich_IsBangkoksNextDay()
    {
        DateTimeOffset evening = new(2020, 5, 12, 17, 30, 0, TimeSpan.Zero);

        Assert.Equal(new(2020, 5, 13), BangkokTime.DateOf(evening));
        Assert.Equal(new(0, 30), BangkokTime.TimeOf(evening));
    }

    [Fact]
    public void LastDayOfMonth_InALeapYear_IsThe29th()
    {
        Assert.Equal(new(2020, 2, 29), BangkokTime.LastDayOfMonth(new(2020, 2, 1)));
        Assert.Equal(new(2020, 6, 30), BangkokTime.LastDayOfMonth(new(2020, 6, 1)));
    }
}
