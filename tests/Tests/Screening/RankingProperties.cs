using CommunityBusinessNetwork.Screening.Commands;
using CommunityBusinessNetwork.Screening.Standings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityBusinessNetwork.Tests.Screening;

/// <summary>What holds for any ballots; few entries and few levels, so that ties are common.</summary>
[Properties(Arbitrary = [typeof(Ballots)])]
public sealed class RankingProperties
{
    private static readonly Weights Rubric = RankCommand.Programme2563;
    private static readonly string[] Ladder = ["C3", "C4", "C1"];

    [Property]
    public void Of_TheSameBallots_GivesTheSameOrder(BallotBox box) => Assert.Equal(Rows(box.Ballots), Rows(box.Ballots));

    [Property]
    public void Of_TheSameBallotsInAnotherOrder_GivesTheSameOrder(BallotBox box, int seed)
        => Assert.Equal(Rows(box.Ballots), Rows(box.Ballots.OrderBy(b => HashCode.Combine(seed, b))));

    [Property]
    public void Of_OneMoreBallot_ChangesNoOtherScore(BallotBox box, BallotBox more)
    {
        var ballot = more.Ballots[0];

        var before = Scores(box.Ballots, ballot.Entry);
        var after = Scores([.. box.Ballots, ballot], ballot.Entry);

        Assert.Equal(before, after);
    }

    [Property]
    public void Of_AnyBallots_PlacesHigherScoresFirstAndLosesNobody(BallotBox box)
    {
        var standing = Ranking.Of(Rubric, Ladder, box.Ballots);

        Assert.All(standing.Places.Zip(standing.Places.Skip(1)), pair => Assert.True(pair.First.Score >= pair.Second.Score && pair.First.Rank <= pair.Second.Rank));
        Assert.Equal(box.Ballots.Select(b => b.Entry).ToHashSet(), [.. standing.Places.Select(p => p.Entry), .. standing.Gaps.Select(g => g.Entry)]);
    }

    [Property]
    public void Of_AnyBallots_ATieCrossesALineExactlyWhereBothSidesShareTheRank(BallotBox box, PositiveInt quota)
    {
        var standing = Ranking.Of(Rubric, Ladder, box.Ballots);
        var line = CutLine.Of(standing, [new("in", quota.Get)])[0];

        Assert.Equal(line.Below is not null && line.Above!.Rank == line.Below.Rank, line.IsOpen);
    }

    private static IReadOnlyList<(int, string, string, string?)> Rows(IEnumerable<Ballot> ballots)
        => [.. Ranking.Of(Rubric, Ladder, ballots).Places.Select(p => (p.Rank, p.Entry, p.Score.Exact(), p.SettledBy))];

    private static IReadOnlyDictionary<string, string> Scores(IEnumerable<Ballot> ballots, string except)
        => Ranking.Of(Rubric, Ladder, ballots).Places.Where(p => p.Entry != except).ToDictionary(p => p.Entry, p => p.Score.Exact());

    public sealed record BallotBox(IReadOnlyList<(string Entry, int?[] Levels)> Rows)
    {
        internal IReadOnlyList<Ballot> Ballots => [.. Rows.Select(r => new Ballot(r.Entry, r.Levels))];
    }

    public static class Ballots
    {
        public static Arbitrary<BallotBox> Boxes()
        {
            var level = Gen.Frequency((1, Gen.Constant((int?)null)), (9, Gen.Choose(2, 4).Select(l => (int?)l)));
            var row = from entry in Gen.Choose(1, 6) from levels in level.ArrayOf(8) select ($"E{entry}", levels);
            return row.NonEmptyListOf().Select(rows => new BallotBox([.. rows])).ToArbitrary();
        }
    }
}
