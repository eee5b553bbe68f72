using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class FlowLayoutTests
{
    [Fact]
    public void The_main_way_goes_straight_down_and_the_rest_stands_beside_it()
    {
        var layout = FlowLayout.Of(ScreeningRules.Rules.AsRun());
        var main = new[] { "targeted", "notified", "submitted", "shortlisted", "tiered", "allotted" }.Select(s => layout.Boxes.Single(b => b.State == s)).ToList();

        Assert.Equal([0, 1, 2, 3, 4, 5], main.Select(b => b.Layer));
        Assert.All(main, b => Assert.Equal(main[0].X, b.X));
        Assert.True(layout.Boxes.Single(b => b.State == "returned").X > main[0].Right);
        Assert.True(layout.Boxes.Single(b => b.State == "withdrawn").IsExit);
        Assert.DoesNotContain(layout.Arrows, a => a.To == "withdrawn");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_overlaps_and_every_line_ends_at_its_boxes(bool stops)
    {
        var layout = FlowLayout.Of((stops ? ScreeningRules.WithStops : ScreeningRules.Rules).AsRun());

        foreach (var (one, other) in layout.Boxes.SelectMany((b, at) => layout.Boxes.Skip(at + 1).Select(o => (b, o))))
        {
            Assert.False(one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom, $"{one.State} lies on {other.State}");
        }

        foreach (var arrow in layout.Arrows)
        {
            var (from, to) = (layout.Boxes.Single(b => b.State == arrow.From), layout.Boxes.Single(b => b.State == arrow.To));
            Assert.True(Touches(from, arrow.Points[0]) && Touches(to, arrow.Points[^1]), $"{arrow.From} to {arrow.To}");
            Assert.All(arrow.Points.Zip(arrow.Points.Skip(1)), s => Assert.True(s.First.X == s.Second.X || s.First.Y == s.Second.Y));
        }

        Assert.All(layout.Boxes, b => Assert.True(b.X >= 0 && b.Y >= 0 && b.Right <= layout.Width && b.Bottom <= layout.Height));
    }

    [Fact]
    public void The_same_rules_give_the_same_drawing()
        => Assert.Equal(AppJson.Write(FlowLayout.Of(ScreeningRules.WithStops.AsRun())), AppJson.Write(FlowLayout.Of(ScreeningRules.WithStops.AsRun())));

    [Fact]
    public void A_ring_and_a_state_that_nobody_reaches_are_drawn_as_well()
    {
        WorkflowRules rules = new(
            "a", [new("a", "ก", "a"), new("b", "ข", "b"), new("c", "ค", "c")],
            [new("on", ["a"], "b", ["X"]) { LabelTh = "ไป", LabelEn = "on" }, new("back", ["b"], "a", ["X"]) { LabelTh = "กลับ", LabelEn = "back" }]);
        var layout = FlowLayout.Of(rules);

        Assert.Equal(["a", "b", "c"], layout.Boxes.Select(b => b.State).Order());
        Assert.Equal([("a", false), ("b", true)], layout.Arrows.Select(a => (a.From, a.IsAside)).OrderBy(x => x.From));
    }

    [Fact]
    public void Words_that_do_not_fit_are_broken_or_cut()
    {
        Assert.Equal(["Not shortlisted"], FlowText.Lines("Not shortlisted", 19));
        Assert.Equal(["With the province", "and its governor"], FlowText.Lines("With the province and its governor", 19));
        Assert.Equal("ส่งกลับแก้ไข", FlowText.Short("ส่งกลับแก้ไข", 9));
        Assert.EndsWith("…", FlowText.Short("ส่งกลับแก้ไขเอกสารทั้งหมดอีกครั้ง", 12), StringComparison.Ordinal);
    }

    private static bool Touches(FlowBox box, (int X, int Y) point)
        => point.X >= box.X && point.X <= box.Right && point.Y >= box.Y && point.Y <= box.Bottom
            && (point.X == box.X || point.X == box.Right || point.Y == box.Y || point.Y == box.Bottom);
}
