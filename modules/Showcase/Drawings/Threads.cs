using System.Text;
using static System.FormattableString;

namespace CommunityBusinessNetwork.Showcase.Drawings;

/// <summary>How far one thread runs.</summary>
public enum ThreadEnd
{
    /// <summary>It did not come in complete.</summary>
    Missing,

    /// <summary>The committee did not choose it.</summary>
    Cut,

    /// <summary>It is woven into the first tier's cloth.</summary>
    First,

    /// <summary>It is woven into the other tier's cloth.</summary>
    Other,
}

/// <summary>The selection as threads on a loom of 1000 × 380 units: one an entry, undyed until it is chosen. Path data by end.</summary>
public static class Threads
{
    private const double Height = 380;

    public static IReadOnlyDictionary<ThreadEnd, string> Draw(IReadOnlyList<ThreadEnd> entries, out string chosen)
    {
        var pitch = Height / Math.Max(entries.Count, 1);
        var paths = Enum.GetValues<ThreadEnd>().ToDictionary(e => e, _ => new StringBuilder());
        var undyed = new StringBuilder();
        var woven = new Dictionary<ThreadEnd, int> { [ThreadEnd.First] = 0, [ThreadEnd.Other] = 0 };

        foreach (var (at, end) in entries.Index())
        {
            var y = (at + .5) * pitch;

            switch (end)
            {
                case ThreadEnd.Missing:
                    paths[end].Append(Invariant($"M0 {y:0.#}H{185 + (at * 3 % 9)}"));
                    break;
                case ThreadEnd.Cut:
                    paths[end].Append(Invariant($"M0 {y:0.#}H{432 + (at * 9 % 51)}"));
                    break;
                default:
                    var dye = 483 - (at * 9 % 31);
                    var to = Place(end, woven[end]++, entries.Count(e => e == end));
                    undyed.Append(Invariant($"M0 {y:0.#}H{dye}"));
                    paths[end].Append(Invariant($"M{dye} {y:0.#}H490C612 {y:0.#} 604 {to:0.#} 730 {to:0.#}H742"));
                    break;
            }
        }

        chosen = undyed.ToString();
        return paths.ToDictionary(p => p.Key, p => p.Value.ToString());
    }

    /// <summary>The first cloth hangs in the upper half, the other in the lower.</summary>
    private static double Place(ThreadEnd end, int number, int of)
        => (end == ThreadEnd.First ? 15 : 227) + (of > 1 ? number * 146.2 / (of - 1) : 73);
}
