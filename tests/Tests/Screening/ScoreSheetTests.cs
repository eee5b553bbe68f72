using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class ScoreSheetTests
{
    private const string Group = "SG-50-01";
    private readonly ScoreSheet _sheet = PanelAtWork.SheetOf(PanelAtWork.Round(), PanelAtWork.Malee, Group);

    [Fact]
    public void Open_ASheetOfTheMembersOwnProvince_IsRecusedByRule()
        => Assert.Equal((SheetState.Recused, ScoreSheet.OwnProvince), (PanelAtWork.SheetOf(PanelAtWork.Round(), PanelAtWork.Malee, "SG-43-01").State, PanelAtWork.SheetOf(PanelAtWork.Round(), PanelAtWork.Malee, "SG-43-01").SetAside));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Save_ZeroOneOrFiveWithoutAReason_IsRefusedBesideItsCriterion(int level)
    {
        var outcome = _sheet.Save([new("C1", level)], PanelAtWork.Monday);

        Assert.Equal(("screening.reason-missing", "C1"), (outcome.Problems[0].Code, outcome.Problems[0].Field));
        Assert.Empty(_sheet.Marks);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Save_ALevelThatThereIsNot_IsRefused(int level)
        => Assert.Equal("screening.level-out-of-range", _sheet.Save([new("C1", level)], PanelAtWork.Monday).Problems[0].Code);

    [Fact]
    public void Save_TwoMarksForOneCriterion_IsAFault()
        => Assert.Throws<InvalidOperationException>(() => _sheet.Save([new("C1", 3), new("C1", 4)], PanelAtWork.Monday));

    [Fact]
    public void Save_ACriterionOfAnotherRubric_IsAFault()
        => Assert.Throws<InvalidOperationException>(() => _sheet.Save([new("C9", 3)], PanelAtWork.Monday));

    [Fact]
    public void Save_NoOpinion_CountsAsMarkedWithoutPoints()
    {
        Assert.True(_sheet.Save([new("C1", null), new("C2", 4)], PanelAtWork.Monday).Succeeded);

        Assert.Equal((48, 60, 2), (_sheet.Points, _sheet.PointsOf, _sheet.Marked));
    }

    [Fact]
    public void Submit_WithAMarkMissing_IsRefusedAndStaysADraft()
    {
        _sheet.Save([new("C1", 3)], PanelAtWork.Monday);

        Assert.Equal("screening.marks-missing", _sheet.Submit(PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal(SheetState.Draft, _sheet.State);
    }

    [Fact]
    public void Save_AfterSubmitting_IsRefusedAndChangesNothing()
    {
        _sheet.Save(PanelAtWork.Marks(3, 3), PanelAtWork.Monday);
        _sheet.Submit(PanelAtWork.Monday);

        Assert.Equal("screening.already-submitted", _sheet.Save(PanelAtWork.Marks(4, 4), PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal(60, _sheet.Points);
    }

    [Fact]
    public void Save_AfterTheRoundHasClosed_IsRefusedAndChangesNothing()
    {
        var round = Discussed();
        var sheet = PanelAtWork.SheetOf(round, PanelAtWork.Somchai, Group);
        round.Close(PanelAtWork.Monday);

        Assert.Equal("screening.not-in-discussion", sheet.Change(PanelAtWork.Marks(4, 4), "ทบทวน", PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal("screening.already-submitted", sheet.Save(PanelAtWork.Marks(4, 4), PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal(60, sheet.Points);
    }

    [Fact]
    public void Change_InTheDiscussion_KeepsTheMarksBeforeAsTheirEdition()
    {
        var sheet = PanelAtWork.SheetOf(Discussed(), PanelAtWork.Somchai, Group);

        Assert.True(sheet.Change(PanelAtWork.Marks(4, 4), "ทบทวนหลักฐาน", PanelAtWork.Monday).Succeeded);

        Assert.Equal([3, 3], sheet.Marks.Where(m => m.Edition == 1).Select(m => m.Level));
        Assert.Equal([4, 4], sheet.Current.Select(m => m.Level));
        Assert.Equal((2, 80), (sheet.Edition, sheet.Points));
    }

    [Fact]
    public void Change_WithoutAReason_IsRefusedAndChangesNothing()
    {
        var sheet = PanelAtWork.SheetOf(Discussed(), PanelAtWork.Somchai, Group);

        Assert.Equal("screening.change-reason-missing", sheet.Change(PanelAtWork.Marks(4, 4), " ", PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal((1, 60), (sheet.Edition, sheet.Points));
    }

    [Fact]
    public void Change_BeforeTheDiscussion_IsRefused()
    {
        _sheet.Save(PanelAtWork.Marks(3, 3), PanelAtWork.Monday);
        _sheet.Submit(PanelAtWork.Monday);

        Assert.Equal("screening.not-in-discussion", _sheet.Change(PanelAtWork.Marks(4, 4), "ทบทวน", PanelAtWork.Monday).Problems[0].Code);
    }

    [Fact]
    public void Recuse_WithoutAReason_IsRefused() => Assert.Equal("screening.recusal-reason-missing", _sheet.Recuse(null).Problems[0].Code);

    /// <summary>All threes, except that the first group has fours.</summary>
    internal static Round Discussed(Func<string, IReadOnlyList<Mark>>? marks = null)
    {
        var round = PanelAtWork.Round();

        foreach (var sheet in round.Contenders.SelectMany(c => c.Sheets).Where(s => s.State == SheetState.Draft))
        {
            sheet.Save(marks?.Invoke(sheet.Contender.GroupCode) ?? (sheet.Contender.GroupCode == "SG-43-01" ? PanelAtWork.Marks(4, 4) : PanelAtWork.Marks(3, 3)), PanelAtWork.Monday);
            sheet.Submit(PanelAtWork.Monday);
        }

        Assert.True(round.StartDiscussion(PanelAtWork.Monday) is { Succeeded: true });
        return round;
    }
}
