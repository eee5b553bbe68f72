using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2020-05-13", 2563, 3)]
    [InlineData("2019-10-01", 2563, 1)]
    [InlineData("2019-12-31", 2563, 1)]
    [InlineData("2020-01-01", 2563, 2)]
    [InlineData("2020-03-31", 2563, 2)]
    [InlineData("2020-07-01", 2563, 4)]
    [InlineData("2020-09-30", 2563, 4)]
    [InlineData("2020-10-01", 2564, 1)]
    public void FiscalYear_OfADay_IsNamedByTheYearItEnds(string day, int year, int quarter)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        Assert.Equal(year, FiscalYear.Of(date).Be);
        Assert.Equal(quarter, FiscalYear.QuarterOf(date));
        Assert.True(FiscalYear.Of(date).Contains(date));
    }

    [Fact]
    public void FiscalYear_2563_RunsFromOctoberToSeptember()
    {
        Assert.Equal(new(2019, 10, 1), new FiscalYear(2563).FirstDay);
        Assert.Equal(new(2020, 9, 30), new FiscalYear(2563).LastDay);
    }

    [Fact]
    public void FiscalYear_OfAnInstant_AsksBangkoksDay()
    {
        DateTimeOffset stillSeptemberInGreenwich = new(2020, 9, 30, 17, 0, 0, TimeSpan.Zero);

        Assert.Equal(2564, FiscalYear.Of(stillSeptemberInGreenwich).Be);
    }
}
