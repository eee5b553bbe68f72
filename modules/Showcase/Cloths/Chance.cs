namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>Numbers that look random and are always the same for one id: FNV-1a seeds mulberry32, in 32-bit arithmetic as in a browser.</summary>
internal sealed class Chance(uint seed)
{
    private int _state = unchecked((int)seed);

    public static uint Hash(string text)
    {
        var hash = 0x811c9dc5;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 0x01000193);
        }

        hash ^= hash >> 15;
        hash = unchecked(hash * 0x2c1b3c6d);
        return hash ^ (hash >> 12);
    }

    /// <summary>The next number, 0 ≤ n &lt; 1.</summary>
    public double Next()
    {
        unchecked
        {
            _state += 0x6d2b79f5;
            var t = (_state ^ (_state >>> 15)) * (1 | _state);
            t = (t + ((t ^ (t >>> 7)) * (61 | t))) ^ t;
            return (uint)(t ^ (t >>> 14)) / 4294967296d;
        }
    }

    /// <summary>The next whole number, 0 ≤ n &lt; <paramref name="below"/>.</summary>
    public int Next(double below) => (int)(Next() * below);
}
