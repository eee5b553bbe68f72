using System.Globalization;
using static System.Math;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>What a group's id decides about its cloth. The order in which the numbers are drawn is part of the pattern: never change it.</summary>
internal sealed class ClothDesign
{
    private readonly int halfWidth, halfHeight, frame, frameWidth, second, nagaStep, bands;
    private readonly Ring[] rings, small;

    public ClothDesign(string id, string? figure, string? region)
    {
        Chance = new(Chance.Hash(id));
        Figure = Figures.Keys.Contains(figure) ? figure! : Figures.Keys[Chance.Hash("t" + id) % 12];
        Dyes = Dyes.OfRegion(region) ?? Dyes.OfRegions[FirstNumberIn(id) % 6].Value;
        if (Chance.Next() < .5)
        {
            Dyes = Dyes with { Accent = Dyes.SecondAccent, SecondAccent = Dyes.Accent };
        }

        halfWidth = 14 + (2 * Chance.Next(3));
        halfHeight = Figures.IsWide(Figure) ? 16 + (Chance.Next(3) * 2) : 13 + (2 * Chance.Next(3));
        rings = Rings(14);
        small = Rings(7);
        frame = Chance.Next(4);
        frameWidth = 1 + Chance.Next(2);
        second = Chance.Next(3);
        Teeth = 3 + Chance.Next(4);
        nagaStep = 1 + Chance.Next(2);
        bands = 3 + Chance.Next(3);
        Width = 2 * halfWidth;
        Height = Figures.IsNaga(Figure) ? Width + (Chance.Next(3) * 4) : 2 * halfHeight;
    }

    public string Figure { get; }

    public Dyes Dyes { get; }

    /// <summary>Goes on where the design stopped: the weaving draws from it too.</summary>
    public Chance Chance { get; }

    /// <summary>The repeat, in cells.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>How deep the teeth of the foot are.</summary>
    public int Teeth { get; }

    /// <summary>The colour of one cell of the cloth.</summary>
    public int ColourAt(int x, int y)
    {
        if (Figures.IsNaga(Figure))
        {
            return NagaAt(x, y);
        }

        // Diamonds in two rows, the second shifted by half: inside 1 lies the main figure, between them the second one.
        int x0 = Fold(x, Width), y0 = Fold(y, Height);
        var reach = (Abs(x0) / (double)halfWidth) + (Abs(y0) / (double)halfHeight);
        var isMain = reach < 1;
        var px = isMain ? x0 : Fold(x - halfWidth, Width);
        var py = isMain ? y0 : Fold(y - halfHeight, Height);
        var edge = Abs(reach - 1) * halfWidth;

        if (frame != 0 && edge <= frameWidth)
        {
            return frame switch
            {
                1 => edge < .7 ? 3 : Abs(x0) % 2,
                2 => Abs(x0) % 3 != 0 ? 2 : 0,
                _ => edge < .8 ? 0 : 1,
            };
        }

        if (frame == 0 && !Figures.IsWide(Figure))
        {
            var knot = Abs(Fold(x - (halfWidth / 2d), halfWidth)) + Abs(Fold(y - (halfHeight / 2d), halfHeight));
            if (knot < 2.5)
            {
                return knot < 1 ? 1 : 2;
            }
        }

        if (isMain || second == 0)
        {
            return edge <= frameWidth + 1 ? 0 : Figures.ColourAt(Figure, px, py, rings);
        }

        var distance = Abs(px) + Abs(py);
        return second == 1 ? Figures.RingAt(small, distance, Min(Abs(px), Abs(py)))
            : distance < 8 && (px == 0 || py == 0 || distance == 5) ? (distance < 2 ? 3 : 2) : 0;
    }

    private int NagaAt(int x, int y)
    {
        var v = ((y + (Abs(Fold(x, Width)) * nagaStep)) % Height + Height) % Height;
        var band = (int)(v / (double)Height * (bands * 2));
        var inside = v - (band * Height / (double)(bands * 2));

        if (Figure == "tour" && band % 2 == 0 && inside < 2 && Abs(Fold(x, Width)) % 6 < 2)
        {
            return 3;
        }

        return band % 2 != 0 ? ((Abs(Fold(x, 6)) + (int)inside) % 5 == 0 ? 3 : band % 4 == 1 ? 1 : 2)
            : Abs(Fold(x, 8)) < 2 && inside is > 1 and < 4 ? 1 : 0;
    }

    private Ring[] Rings(int count)
    {
        var made = new Ring[count];
        var last = 0;
        for (var d = 0; d < count; d++)
        {
            var colour = d == 0 ? 3 : last != 0 ? (Chance.Next() < .55 ? 0 : last) : 1 + Chance.Next(2.6);
            if (d > 1 && made[d - 1].Colour == colour && made[d - 2].Colour == colour)
            {
                colour = colour != 0 ? 0 : 1;
            }

            made[d] = new(colour, Chance.Next() < .3 ? 2 + Chance.Next(2) : 0, Chance.Next() < .25);
            last = colour;
        }

        return made;
    }

    private static int Fold(int v, int n)
    {
        v = ((v % n) + n) % n;
        return v > n / 2d ? v - n : v;
    }

    private static double Fold(double v, int n)
    {
        v = ((v % n) + n) % n;
        return v > n / 2d ? v - n : v;
    }

    private static int FirstNumberIn(string id)
    {
        var digits = new string([.. id.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
