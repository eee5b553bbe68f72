using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Web.Demo;
using CommunityBusinessNetwork.Web.Demo.Prose;

namespace CommunityBusinessNetwork.Tests.Demo;

public sealed partial class StorytellerTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "recipes", "demo-76");
    private static readonly IReadOnlyList<RosterRow> Rows = Roster.Read(Folder);
    private static readonly IReadOnlyList<(RosterRow Row, GroupWords Words)> Groups = Told();

    [Fact]
    public void Stories_OfAllGroups_DifferAlsoWithoutNamesAndNumbers()
    {
        var bare = Groups.Select(g => Bare(string.Join('\n', g.Words.Story), g.Row)).ToList();

        Assert.Equal(76, bare.Distinct().Count());
    }

    [Fact]
    public void Stories_OfTwoGroups_ShareAtMostTwoOfFourParagraphs()
    {
        var bare = Groups.Select(g => g.Words.Story.Select(p => Bare(p, g.Row)).ToHashSet()).ToList();
        var shared = from i in Enumerable.Range(0, bare.Count) from j in Enumerable.Range(0, i) select bare[i].Intersect(bare[j]).Count();

        Assert.True(shared.Max() <= 2);
    }

    [Fact]
    public void Results_OfAllGroups_DifferInBothLanguages()
    {
        Assert.Equal(76, Groups.Select(g => g.Words.ResultTh).Distinct().Count());
        Assert.Equal(76, Groups.Select(g => g.Words.ResultEn).Distinct().Count());
        Assert.All(Groups, g => Assert.True(TextElements.Count(g.Words.ResultTh) <= 90));
    }

    [Fact]
    public void Words_OfEveryGroup_LeaveNoHoleAndTellNoPhoneNorMailNorPerson()
        => Assert.All(Groups, g => Assert.All(Everything(g.Row, g.Words), text =>
        {
            Assert.DoesNotContain('{', text);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain(g.Row.Phone, text, StringComparison.Ordinal);
            Assert.DoesNotContain(g.Row.Email, text, StringComparison.Ordinal);
            Assert.DoesNotContain(g.Row.Chair.Split(' ')[1], text, StringComparison.Ordinal);
            Assert.False(NationalId.AppearsIn(text));
        }));

    [Fact]
    public void Summary_OfEveryGroup_IsAsLongAsThePlanWants()
        => Assert.All(Groups, g => Assert.InRange(TextElements.Count(g.Words.Summary), 200, 1500));

    [Fact]
    public void Plan_OfEveryGroup_HasGoalsForWorkAndWelfareAndPutsEachLineInOneAction()
        => Assert.All(Groups, g =>
        {
            Assert.Contains(g.Words.Goals, goal => goal.Kind == "income");
            Assert.Contains(g.Words.Goals, goal => goal.Kind == "welfare");
            Assert.Equal(g.Row.Lines.Select(l => l.Seq).Order(), g.Words.Actions.SelectMany(a => a.LineSeqs).Order());
            Assert.All(g.Words.Actions, a => Assert.True(a.From >= new DateOnly(2020, 7, 1) && a.From < a.To && a.To <= new DateOnly(2020, 9, 30)));
        });

    [Fact]
    public void Lines_OfEveryGroup_MakeTheTwoCutsExactly()
        => Assert.All(Rows, row =>
        {
            Assert.All(row.Lines, l => Assert.Equal(l.Amount, Money.Times(l.Quantity, l.UnitPrice)));
            Assert.Equal(Money.FromBaht(90_000), row.Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Amount));
            Assert.Equal(Money.FromBaht(50_000), row.Lines.Where(l => l.InSmallCut).Aggregate(Money.Zero, (sum, l) => sum + l.Amount));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Reason_ForALevelThatWantsOne_IsGivenForEveryCriterion(int level)
        => Assert.All(Groups[0].Row.Sheets[0].Levels.Keys, criterion => Assert.False(string.IsNullOrEmpty(Groups[0].Words.Reason(criterion, level, 1))));

    private static List<(RosterRow, GroupWords)> Told()
    {
        var storyteller = new Storyteller(Folder);
        return [.. Rows.Select(r => (r, storyteller.Of(r)))];
    }

    private static string Bare(string text, RosterRow row)
        => Number().Replace(
            text.Replace(row.Village, "", StringComparison.Ordinal)
                .Replace(row.District, "", StringComparison.Ordinal)
                .Replace(row.Province.NameTh, "", StringComparison.Ordinal),
            "#");

    private static IEnumerable<string> Everything(RosterRow row, GroupWords words)
        =>
        [
            .. words.Story, words.BeforeTh, words.BeforeEn, words.ResultTh, words.ResultEn, words.Summary, words.History, words.PriorBudget,
            .. words.Goals.Select(g => g.Text),
            .. words.Partners.SelectMany(p => new[] { p.Name, p.Role, p.Evidence }),
            .. words.Captions, .. words.ActivityCaptions, words.ClipTitle, words.ActivityClipTitle,
            .. row.Lines.SelectMany(l => new[] { words.Vendor(l), words.Condition(l), words.Accepted(l) }),
            words.Receiver, words.LatePurchase, words.Report,
            words.Bpm.Activity, words.Bpm.Place, words.Bpm.Results, words.Bpm.Benefits, words.Bpm.Problems, words.Bpm.Suggestions, words.Bpm.Practice,
            .. new[] { "before", "delivery", "activity", "result" }.Select(words.PhotoCaption),
            .. row.Sheets.SelectMany((s, judge) => s.Levels.Select(l => words.Reason(l.Key, l.Value, judge)).OfType<string>()),
        ];

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex Number();
}
