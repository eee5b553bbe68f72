using System.Globalization;
using static System.Math;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>What a group's id decides about its cloth. The order in which the numbers are drawn is part of the pattern: never change it.</summary>
internal sealed class ClothDesign
{
    private readonly int _halfWidth, _halfHeight, _frame, _frameWidth, _second, _nagaStep, _bands;
    private readonly Ring[] _rings, _small;

    public ClothDesign(string id, string? figure, string? region)
    {
        Chance = new(Chance.Hash(id));
        Figure = Figures.Keys.Contains(figure) ? figure! : Figures.Keys[Chance.Hash("t" + id) % 12];
        Dyes = Dyes.OfRegion(region) ?? Dyes.OfRegions[FirstNumberIn(id) % 6].Value;
        if (Chance.Next() < .5)
        {
            Dyes = Dyes with { Accent = Dyes.SecondAccent, SecondAccent = Dyes.Accent };
        }

        _halfWidth = 14 + (2 * Chance.Next(3));
        _halfHeight = Figures.IsWide(Figure) ? 16 + (Chance.Next(3) * 2) : 13 + (2 * Chance.Next(3));
        _rings = Rings(14);
        _small = Rings(7);
        _frame = Chance.Next(4);
        _frameWidth = 1 + Chance.Next(2);
        _second = Chance.Next(3);
        Teeth = 3 + Chance.Next(4);
        _nagaStep = 1 + Chance.Next(2);
        _bands = 3 + Chance.Next(3);
        Width = 2 * _halfWidth;
        Height = Figures.IsNaga(Figure) ? Width + (Chance.Next(3) * 4) : 2 * _halfHeight;
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
        var reach = (Abs(x0) / (double)_halfWidth) + (Abs(y0) / (double)_halfHeight);
        var isMain = reach < 1;
        var px = isMain ? x0 : Fold(x - _halfWidth, Width);
        var py = isMain ? y0 : Fold(y - _halfHeight, Height);
        var edge = Abs(reach - 1) * _halfWidth;

        if (_frame != 0 && edge <= _frameWidth)
        {
            return _frame switch
            {
                1 => edge < .7 ? 3 : Abs(x0) % 2,
                2 => Abs(x0) % 3 != 0 ? 2 : 0,
                _ => edge < .8 ? 0 : 1,
            };
        }

        if (_frame == 0 && !Figures.IsWide(Figure))
        {
            var knot = Abs(Fold(x - (_halfWidth / 2d), _halfWidth)) + Abs(Fold(y - (_halfHeight / 2d), _halfHeight));
            if (knot < 2.5)
            {
                return knot < 1 ? 1 : 2;
            }
        }

        if (isMain || _second == 0)
        {
            return edge <= _frameWidth + 1 ? 0 : Figures.ColourAt(Figure, px, py, _rings);
        }

        var distance = Abs(px) + Abs(py);
        return _second == 1 ? Figures.RingAt(_small, distance, Min(Abs(px), Abs(py)))
            : distance < 8 && (px == 0 || py == 0 || distance == 5) ? (distance < 2 ? 3 : 2) : 0;
    }

    private int NagaAt(int x, int y)
    {
        var v = ((y + (Abs(Fold(x, Width)) * _nagaStep)) % Height + Height) % Height;
        var band = (int)(v / (double)Height * (_bands * 2));
        var inside = v - (band * Height / (double)(_bands * 2));

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
