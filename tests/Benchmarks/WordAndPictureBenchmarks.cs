using BenchmarkDotNet.Attributes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Cloths;

namespace CommunityBusinessNetwork.Benchmarks;

/// <summary>What every letter, order and public page asks for.</summary>
[InProcess]
[MemoryDiagnoser]
public class WordAndPictureBenchmarks
{
    private readonly Money _amount = Money.FromBaht(2_520_000.25m);
    private readonly Cloth _one = new("SG-43-01", "rice", "northeast", Foot.Lac);
    private readonly Cloth[] _nation = [.. Enumerable.Range(1, 36).Select(n => new Cloth($"SG-{n}-01", "rice", "northeast", Foot.Lac))];

    [Benchmark]
    public string BahtInWords() => BahtText.Of(_amount);

    [Benchmark]
    public string DrawACloth() => _one.ToString();

    [Benchmark]
    public string DrawTheNationsCloth() => NationCloth.Draw(_nation);
}
