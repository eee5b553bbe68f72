using System.Globalization;
using BenchmarkDotNet.Running;
using CommunityBusinessNetwork.Benchmarks;

switch (args)
{
    case ["raw", var bytes, var port]:
        await RawServer.RunAsync(Number(bytes), Number(port));
        break;
    case ["grow", var database, var count]:
        await GroupGrowth.RunAsync(database, Number(count));
        break;
    case ["grow-items", var database, var count]:
        await ItemGrowth.RunAsync(database, Number(count));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RankingBenchmarks).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
