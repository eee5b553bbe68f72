using CommunityBusinessNetwork.Kernel.Forms;

namespace CommunityBusinessNetwork.Tests.Forms;

public sealed class StackedTableTests
{
    [Fact]
    public void WithRoles_OfATable_GivesEveryPartItsRoleAndEveryCellItsLabel()
        => Assert.Equal(
            """<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">ช้า</th><th scope="col" class="num" role="columnheader">เงิน</th></tr></thead>"""
            + """<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">เลย</th><td class="num" data-l="เงิน" role="cell">1.00</td></tr></tbody>""",
            StackedTableTagHelper.WithRoles(
                """<thead><tr><th scope="col">ช้า</th><th scope="col" class="num">เงิน</th></tr></thead>"""
                + """<tbody><tr><th scope="row">เลย</th><td class="num">1.00</td></tr></tbody>"""));

    [Fact]
    public void WithRoles_HeadingForScreenReadersOnly_LabelsNothing()
        => Assert.DoesNotContain("data-l", StackedTableTagHelper.WithRoles("""<thead><tr><th><span class="vh">ทำ</span></th></tr></thead><tbody><tr><td>x</td></tr></tbody>"""), StringComparison.Ordinal);

    [Fact]
    public void WithRoles_WideCell_MovesTheFollowingLabels()
        => Assert.EndsWith(
            """<td colspan="2" role="cell">a</td><td data-l="C" role="cell">b</td></tr>""",
            StackedTableTagHelper.WithRoles("""<thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tr><td colspan="2">a</td><td>b</td></tr>"""),
            StringComparison.Ordinal);

    [Fact]
    public void WithRoles_LabelOfItsOwn_Stays()
        => Assert.Contains(
            """<td data-l="mine" role="cell">""",
            StackedTableTagHelper.WithRoles("""<thead><tr><th>A</th></tr></thead><tr><td data-l="mine">a</td></tr>"""),
            StringComparison.Ordinal);
}
