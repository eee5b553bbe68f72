using BenchmarkDotNet.Attributes;
using CommunityBusinessNetwork.Screening.Commands;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Benchmarks;

/// <summary>A national round a hundred times as large as today's: 10,000 entries, 9 judges.</summary>
[InProcess]
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private const int Entries = 10_000;
    private const int Judges = 9;

    private static readonly string[] Ladder = ["C3", "C4", "C1"];

    private List<Ballot> _ballots = [];

    [GlobalSetup]
    public void Mark()
    {
        Random chance = new(2563);
        _ballots =
        [
            .. from entry in Enumerable.Range(1, Entries)
               from judge in Enumerable.Range(1, Judges)
               select new Ballot($"E{entry}", [.. RankCommand.Programme2563.Criteria.Select(_ => (int?)chance.Next(Weights.HighestLevel + 1))]),
        ];
    }

    [Benchmark]
    public int Rank() => Ranking.Of(RankCommand.Programme2563, Ladder, _ballots).Places.Count;
}
