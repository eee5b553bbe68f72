using static System.Math;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>One ring around a figure's centre: its colour, how often it is cut, and whether only its tips are woven.</summary>
internal readonly record struct Ring(int Colour, int Cut, bool Tip);

/// <summary>The twelve figures: which colour (0 none, 1 silk, 2 and 3 accents) lies at a distance from the figure's own centre.</summary>
internal static class Figures
{
    /// <summary>The keys in the order in which an unknown business picks one.</summary>
    public static readonly string[] Keys = ["shop", "supply", "granary", "food", "rice", "tent", "yard", "mill", "water", "coin", "fuel", "tour"];

    public static bool IsWide(string figure) => figure is "granary" or "rice" or "tent";

    /// <summary>A naga is drawn as bands over the whole cloth, not as a figure in a lattice.</summary>
    public static bool IsNaga(string figure) => figure is "water" or "tour";

    public static int ColourAt(string figure, int x, int y, Ring[] rings) => figure switch
    {
        "shop" => RingAt(rings, Abs(x) + Abs(y), Min(Abs(x), Abs(y))),
        "supply" => HookedStar(Abs(x), Abs(y)),
        "granary" => Granary(Abs(x), y + 9),
        "food" => Flower(Abs(x), Abs(y)),
        "rice" => EarOfRice(Abs(x), y),
        "tent" => Tent(Abs(x), y),
        "yard" => Sun(Abs(x), Abs(y)),
        "mill" => MillWheel(x, y),
        "coin" => Hooks(Abs(x), Abs(y)),
        "fuel" => Drop(Abs(x), Abs(y), rings),
        _ => 0,
    };

    public static int RingAt(Ring[] rings, int distance, int offset)
    {
        if (distance >= rings.Length)
        {
            return 0;
        }

        var ring = rings[distance];
        return (ring.Cut > 0 && offset % (ring.Cut + 1) == ring.Cut) || (ring.Tip && offset > 2) ? 0 : ring.Colour;
    }

    private static int HookedStar(int x, int y)
    {
        var (longer, shorter) = (Max(x, y), Min(x, y));
        return shorter == longer && longer < 9 ? 1
            : longer == 6 && shorter > 2 ? 2
            : shorter < 2 && longer < 10 ? (longer % 4 == 3 ? 3 : 1)
            : x + y < 5 ? 3 : 0;
    }

    private static int Granary(int x, int y) => y switch
    {
        < 0 or > 17 => 0,
        < 8 when x > y + 1 => 0,
        < 8 => x >= y - 1 ? 1 : (x + y) % 3 != 0 ? 2 : 3,
        < 14 when x >= 7 => 0,
        < 14 => x > 5 || y == 13 ? 1 : x < 2 ? 3 : y % 2 != 0 ? 2 : 0,
        _ => x is 5 or 1 ? 1 : 0,
    };

    private static int Flower(int x, int y)
    {
        var distance = Max(x, y) + (Min(x, y) >> 1);
        return distance < 2 ? 3
            : distance < 4 ? 2
            : distance < 9 ? (Abs(x - y) < 2 || Min(x, y) < 2 ? 1 : 0)
            : distance == 10 && (x + y) % 2 != 0 ? 2 : 0;
    }

    private static int EarOfRice(int x, int y)
    {
        if (y is < -12 or > 12)
        {
            return 0;
        }

        if (x == 0)
        {
            return 1;
        }

        var width = y < -6 ? y + 13 : y > 6 ? 13 - y : 7;
        return x <= width && (y + x + 24) % 4 < 2 ? (x > width - 2 ? 3 : x < 3 ? 1 : 2) : 0;
    }

    private static int Tent(int x, int y)
    {
        var depth = y + 10 - x;
        return depth < 0 || y > 8 ? 0
            : depth < 2 || y == 8 ? 1
            : depth % 5 < 2 ? 2
            : x < 2 || (depth % 5 == 3 && x % 2 != 0) ? 3 : 0;
    }

    private static int Sun(int x, int y)
    {
        var sum = x + y;
        return sum < 3 ? 3
            : sum == 4 ? 1
            : (x == y || x == 0 || y == 0) && sum < 14 ? 1
            : (Abs(x - (2 * y)) < 2 || Abs(y - (2 * x)) < 2) && sum is > 5 and < 13 ? 2 : 0;
    }

    private static int MillWheel(int x, int y)
    {
        var (a, b) = (Abs(x), Abs(y));
        if (a + b < 2)
        {
            return 3;
        }

        if (a + b > 12)
        {
            return 0;
        }

        var blade = x >= 0 == y < 0 ? b - a : a - b;
        return blade > 0 ? ((a + b) % 4 < 2 ? 1 : 2) : (a + b) % 6 == 5 ? 3 : 0;
    }

    private static int Hooks(int x, int y)
    {
        if (x + y < 3)
        {
            return 3;
        }

        if (x + y == 4)
        {
            return 1;
        }

        var (u, v) = (x - 2, y - 2);
        return u < 0 || v < 0 ? ((x == 0 && y < 11) || (y == 0 && x < 12) ? 2 : 0)
            : (v == 1 && u < 8) || (u == 8 && v is > 0 and < 7) || (v == 7 && u is > 3 and < 9) || (u == 4 && v is > 3 and < 8) ? 1
            : v == 4 && u == 6 ? 3 : 0;
    }

    private static int Drop(int x, int y, Ring[] rings)
    {
        var distance = x + (y >> 1);
        return distance > 7 ? 0 : RingAt(rings, distance, y >> 1);
    }
}
