using CommunityBusinessNetwork.Desk.Dashboards;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class MoneySoFarTests
{
    [Fact]
    public void Of_FiguresOfTwoModules_PartsMakeTheWhole()
    {
        var money = MoneySoFar.Of(
        [
            new(MoneyKind.Awarded, Money.FromBaht(2_520_000), 36),
            new(MoneyKind.Allotted, Money.FromBaht(2_430_000), 35),
            new(MoneyKind.Ordered, Money.FromBaht(1_746_750), 31),
            new(MoneyKind.Paid, Money.FromBaht(860_750), 17),
        ]);

        Assert.Equal(money.Whole, money.Paid + money.Waiting + money.NotOrdered + money.NotAllotted);
        Assert.Equal("34.2%", money.Share(money.Paid));
    }

    [Fact]
    public void Of_NoFigures_IsNoneAndHasNoShares()
    {
        var money = MoneySoFar.Of([]);

        Assert.Equal((true, ""), (money.IsNone, money.Share(Money.Zero)));
    }
}
