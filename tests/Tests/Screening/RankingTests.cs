using CommunityBusinessNetwork.Screening.Commands;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class RankingTests
{
    private static readonly Weights Rubric = RankCommand.Programme2563;
    private static readonly string[] Ladder = ["C3", "C4", "C1"];
    private static readonly Band[] Tiers = [new("outstanding", 18), new("good", 18)];

    [Fact]
    public void Of_TheRoster_CutsBetween389And385AndBetween456And452()
    {
        var standing = Ranking.Of(Rubric, Ladder, Roster());
        var lines = CutLine.Of(standing, Tiers);

        Assert.Equal(76, standing.Places.Count);
        Assert.Equal([(18, "456/1", "452/1"), (36, "389/1", "385/1")], lines.Select(l => (l.After, l.Above!.Total.Exact(), l.Below!.Total.Exact())));
        Assert.Equal("389/5", lines[1].Above!.Score.Exact());
        Assert.DoesNotContain(lines, l => l.IsOpen);
    }

    [Fact]
    public void Of_SeventyFiveEntries_StillCutsAtThirtySix()
    {
        var without = Roster().Where(b => b.Entry != "SG-43-01");
        var standing = Ranking.Of(Rubric, Ladder, without);

        Assert.Equal(75, standing.Places.Count);
        Assert.Equal("389/5", CutLine.Of(standing, Tiers)[1].Above!.Score.Exact());
    }

    [Fact]
    public void Of_SeventySixAlike_LeavesOneTieAcrossBothLines()
    {
        var standing = Ranking.Of(Rubric, Ladder, Enumerable.Range(1, 76).Select(n => Same($"E{n}", 3)));

        Assert.All(standing.Places, p => Assert.Equal((1, null), (p.Rank, p.SettledBy)));
        Assert.Equal(76, Assert.Single(standing.Ties).Count);
        Assert.All(CutLine.Of(standing, Tiers), l => Assert.Equal(76, l.CrossedBy.Count));
    }

    [Fact]
    public void Of_ATieThatEndsAtTheLine_DoesNotCrossIt()
    {
        Ballot[] ballots = [Same("A", 5), Same("B", 4), Same("C", 4), Same("D", 1)];

        var standing = Ranking.Of(Rubric, Ladder, ballots);

        Assert.Equal(["B", "C"], Assert.Single(standing.Ties));
        Assert.Equal([1, 2, 2, 4], standing.Places.Select(p => p.Rank));
        Assert.False(CutLine.Of(standing, [new("in", 3)])[0].IsOpen);
        Assert.Equal(["B", "C"], CutLine.Of(standing, [new("in", 2)])[0].CrossedBy);
    }

    [Fact]
    public void Of_EqualScores_AreSettledByTheFirstStepThatDiffers()
    {
        // 74 points each: C3 lifts A, C4 lifts B over C and D, and nothing of the ladder parts C from D.
        Ballot[] ballots =
        [
            new("D", [4, 4, 3, 3, 4, 4, 4, 4]), new("C", [4, 4, 3, 3, 4, 4, 4, 4]), new("B", [4, 3, 3, 4, 4, 4, 4, 4]), new("A", [4, 3, 4, 3, 4, 4, 4, 4]),
        ];

        var standing = Ranking.Of(Rubric, Ladder, ballots);

        Assert.Equal([(1, "A", "C3"), (2, "B", "C4"), (3, "C", null), (3, "D", null)], standing.Places.Select(p => (p.Rank, p.Entry, p.SettledBy)));
    }

    [Fact]
    public void Of_ASettledTie_SaysWhoSettledIt()
    {
        Ballot[] ballots = [Same("A", 3), Same("B", 3), Same("C", 5)];

        var standing = Ranking.Of(Rubric, Ladder, ballots, new Settlement(Settlement.Vote, ["B", "A"]));

        Assert.Equal([(1, "C", "score"), (2, "B", "vote"), (3, "A", "vote")], standing.Places.Select(p => (p.Rank, p.Entry, p.SettledBy)));
        Assert.Empty(standing.Ties);
    }

    [Fact]
    public void Of_ASettlementOfAnotherTie_SettlesNothing()
    {
        Ballot[] ballots = [Same("A", 3), Same("B", 3), Same("C", 3)];

        var standing = Ranking.Of(Rubric, Ladder, ballots, new Settlement(Settlement.Vote, ["B", "A"]));

        Assert.Equal(3, Assert.Single(standing.Ties).Count);
    }

    [Fact]
    public void Of_NoOpinion_CountsAsNothingAndNotAsZero()
    {
        Ballot[] ballots = [new("A", [5, 5, 5, 5, 5, 5, 5, null]), new("A", [5, 5, 5, 5, 5, 5, 5, 3]), new("A", [5, 5, 5, 5, 5, 5, 5, 4])];

        // 95 points, and 5 ÷ 5 × (3 + 4) ÷ 2 for the clip.
        Assert.Equal("197/2", Ranking.Of(Rubric, Ladder, ballots).Places[0].Score.Exact());
    }

    [Fact]
    public void Of_ACriterionNobodyHasAnOpinionOn_KeepsTheEntryOutAndSaysSo()
    {
        Ballot[] ballots = [Same("A", 3), new("B", [3, 3, 3, 3, 3, 3, 3, null])];

        var standing = Ranking.Of(Rubric, Ladder, ballots);

        Assert.Equal(["A"], standing.Places.Select(p => p.Entry));
        Assert.Equal([new Gap("B", "C8")], standing.Gaps);
    }

    [Fact]
    public void Draw_TheSameSeed_GivesTheSameOrderWhoeverAsks()
    {
        Assert.Equal(Lot.Draw("1 July 2563", ["A", "B", "C", "D"]), Lot.Draw("1 July 2563", ["D", "B", "A", "C"]));
        Assert.NotEqual(Lot.Draw("1 July 2563", Letters(40)), Lot.Draw("2 July 2563", Letters(40)));

        static IEnumerable<string> Letters(int count) => Enumerable.Range(1, count).Select(n => $"E{n}");
    }

    [Theory]
    [InlineData(20, 80, 5)]
    [InlineData(97, 3, 0)]
    public void Weights_ThatAreNoMultiplesOfFiveOrNotAHundred_AreNoRubric(int first, int second, int third)
        => Assert.Throws<ArgumentException>(() => new Weights(new("C1", first), new("C2", second), new("C3", third)));

    internal static IReadOnlyList<Ballot> Roster()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Screening", "fixtures", "scores.csv"));
        return ScoreFile.Read(file, Rubric);
    }

    private static Ballot Same(string entry, int level) => new(entry, [.. Enumerable.Repeat((int?)level, 8)]);
}
