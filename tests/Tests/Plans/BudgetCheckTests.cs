using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Checks;
using FsCheck.Xunit;

namespace CommunityBusinessNetwork.Tests.Plans;

public sealed class BudgetCheckTests
{
    [Fact]
    public void Check_EveryCutExact_FindsNothing() => Assert.Empty(BudgetCheck.Of(Lines((40_000, false), (30_000, true), (20_000, true)), GivenPlans.Rules()));

    [Fact]
    public void Check_OneSatangShort_SaysWhatTheSumIsAndWhatItMustBe()
    {
        var lines = Lines((40_000, false), (30_000, true), (20_000, true));
        lines[0] = lines[0] with { UnitPrice = new Money(3_999_999) };

        var problem = Assert.Single(BudgetCheck.Of(lines, GivenPlans.Rules()));

        Assert.Equal(new Problem("plans.sum-differs", "cut:outstanding", ("sum", new Money(8_999_999)), ("award", Money.FromBaht(90_000)), ("diff", new Money(1))), problem);
    }

    [Fact]
    public void Check_OneSatangOverInTheSmallerCut_NamesBothCuts()
    {
        var lines = Lines((40_000, false), (30_000, true), (20_000, true));
        lines[2] = lines[2] with { UnitPrice = new Money(2_000_001) };
        Assert.Equal(["cut:outstanding", "cut:good"], BudgetCheck.Of(lines, GivenPlans.Rules()).Select(p => p.Field));
    }

    [Fact]
    public void Check_NoLines_LacksTheWholeAward()
        => Assert.Equal([Money.FromBaht(90_000), Money.FromBaht(50_000)], BudgetCheck.Of([], GivenPlans.Rules()).Select(p => p.Args.Single(a => a.Name == "diff").Value));

    [Fact]
    public void Check_TwoLinesOfOnePriority_NamesTheSecond()
    {
        var lines = Lines((40_000, false), (30_000, true), (20_000, true));
        lines[2] = lines[2] with { Priority = 1 };
        Assert.Equal(new Problem("plans.priority-twice", "lines[2].Priority", ("priority", 1)), Assert.Single(BudgetCheck.Of(lines, GivenPlans.Rules())));
    }

    [Theory]
    [InlineData("EQUIP", "plans.category-closed")]
    [InlineData("", "fields.required")]
    public void Check_ACategoryThatIsNotOpen_IsFound(string category, string code)
    {
        var lines = Lines((40_000, false), (30_000, true), (20_000, true));
        lines[0] = lines[0] with { Category = category };
        Assert.Equal((code, "lines[0].Category"), BudgetCheck.Of(lines, GivenPlans.Rules()).Select(p => (p.Code, p.Field)).Single());
    }

    [Theory]
    [InlineData("3.33", 333, 1109)]
    [InlineData("0.5", 1, 1)]
    [InlineData("2.5", 101, 253)]
    public void Amount_QuantityTimesPrice_RoundsHalfAwayFromZero(string quantity, long price, long amount)
        => Assert.Equal(new Money(amount), Line(1, Money.Zero, false) with { Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), UnitPrice = new Money(price) } is var line ? line.Amount : default);

    /// <summary>Whatever the amounts: with three tiers, each made exact by its lines, moving one satang breaks just the cuts that hold the line.</summary>
    [Property]
    public bool Cuts_OneSatangMoved_BreaksExactlyTheCutsOfThatLine(FsCheck.PositiveInt first, FsCheck.PositiveInt second, FsCheck.PositiveInt third, byte moved)
    {
        List<LineText> lines =
        [
            Line(1, new(first.Get), true) with { Cuts = ["middle", "small"] },
            Line(2, new(second.Get), true) with { Cuts = ["middle"] },
            Line(3, new(third.Get), true) with { Cuts = [] },
        ];
        var rules = GivenPlans.Rules(
            new("large", "ใหญ่", "Large", 1, new((long)first.Get + second.Get + third.Get)),
            new("middle", "กลาง", "Middle", 1, new((long)first.Get + second.Get)),
            new("small", "เล็ก", "Small", 1, new(first.Get)));
        var at = moved % 3;
        var exact = BudgetCheck.Of(lines, rules).Count == 0;
        lines[at] = lines[at] with { UnitPrice = lines[at].UnitPrice!.Value + new Money(1) };
        string[] broken = at switch { 0 => ["cut:large", "cut:middle", "cut:small"], 1 => ["cut:large", "cut:middle"], _ => ["cut:large"] };
        return exact && BudgetCheck.Of(lines, rules).Select(p => p.Field).SequenceEqual(broken);
    }

    private static List<LineText> Lines(params (int Baht, bool InSmallCut)[] lines) => [.. lines.Select((l, at) => Line(at + 1, Money.FromBaht(l.Baht), l.InSmallCut))];

    private static LineText Line(int priority, Money price, bool inSmallCut)
        => new(Categories.Material, $"รายการที่ {priority}", "ชุด", 1, price, priority, ProcurementKind.Buy, PriceBasis.Market, inSmallCut ? ["good"] : []);
}
