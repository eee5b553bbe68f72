using System.Text;
using static System.FormattableString;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>
/// A cloth of a group's own, drawn from its code: the ground is the region's dye, the figure the kind of business, the foot the tier,
/// and all the rest a hash of the code. A cell is 6 × 6 units of three weft threads, whose dyed ends slip as those of tied bundles do.
/// </summary>
public sealed record Cloth(string Code, string? Figure, string? Region, Foot Foot = Foot.Indigo)
{
    private const int Unit = 6;

    /// <summary>In cells.</summary>
    public int Width { get; init; } = 80;

    public int Height { get; init; } = 60;

    public int FootHeight { get; init; } = 13;

    /// <summary>Which part stays when the picture is cut to another shape: SVG's preserveAspectRatio.</summary>
    public string Cut { get; init; } = "xMidYMax slice";

    /// <summary>A small square of the same cloth, for lists and tables.</summary>
    public Cloth AsSign() => this with { Width = 26, Height = 26, FootHeight = 5, Cut = "xMidYMid slice" };

    public override string ToString()
    {
        var design = new ClothDesign(Code, Figure, Region);
        var name = "m" + Base36(Chance.Hash(Invariant($"{Code}{Width}{Height}")));
        var field = Height - FootHeight;
        var middle = (Width + 1) / 2;
        var tile = Weave(design, design.Width, design.Height, design.ColourAt, slips: true);
        StringBuilder svg = new(8192);

        svg.Append(Invariant($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width * Unit} {Height * Unit}" preserveAspectRatio="{Cut}"><rect width="100%" height="100%" fill="{design.Dyes.Ground}"/>"""));
        svg.Append(Invariant($"""<defs><g id="{name}" stroke-width="2">{Stroke(tile[1], design.Dyes.Silk)}{Stroke(tile[2], design.Dyes.Accent)}{Stroke(tile[3], design.Dyes.SecondAccent)}</g></defs>"""));
        for (var y = field - design.Height; y > -design.Height; y -= design.Height)
        {
            for (var x = FirstColumn(middle, design.Width); x < Width; x += design.Width)
            {
                svg.Append(Invariant($"""<use href="#{name}" x="{x * Unit}" y="{y * Unit}"/>"""));
            }
        }

        AppendFoot(svg, design, name, field, middle);
        for (var i = 0; i < 7; i++)
        {
            var at = (int)(design.Chance.Next() * Height * Unit);
            var height = (int)(6 + (design.Chance.Next() * 40));
            svg.Append(Invariant($"""<rect y="{at}" width="100%" height="{height}" fill="{(i % 2 != 0 ? "#000" : "#fff")}" opacity=".0{3 + design.Chance.Next(4)}"/>"""));
        }

        return svg.Append("</svg>").ToString();
    }

    private void AppendFoot(StringBuilder svg, ClothDesign design, string name, int field, int middle)
    {
        var (ground, silk, accent) = Dyes.OfFoot(Foot);
        var teeth = design.Teeth;
        var repeat = 2 * teeth;
        int Tooth(int x) => Math.Abs((x % repeat) - teeth);
        int ColourAt(int x, int y) => y is 0 or 2 ? 1
            : y == FootHeight - 2 ? 2
            : y <= 3 || y >= 4 + teeth || y - 3 <= Tooth(x) - 1 ? 0
            : y - 3 == Tooth(x) ? 1
            : Tooth(x) < 2 && y < 2 + teeth ? 2 : 0;
        var woven = Weave(design, repeat, FootHeight, ColourAt, slips: false);

        svg.Append(Invariant($"""<g transform="translate(0 {field * Unit})"><rect width="100%" height="{FootHeight * Unit}" fill="{ground}"/><g stroke-width="2">"""));
        svg.Append(Invariant($"""<defs><g id="{name}f">{Stroke(woven[1], silk)}{Stroke(woven[2], accent)}</g></defs>"""));
        for (var x = (middle % repeat) - repeat; x < Width; x += repeat)
        {
            svg.Append(Invariant($"""<use href="#{name}f" x="{x * Unit}"/>"""));
        }

        svg.Append("</g></g>");
    }

    /// <summary>One weft band of the national cloth, ground included: the row of main figures.</summary>
    internal string Band()
    {
        var design = new ClothDesign(Code, Figure, Region);
        var name = "b" + Base36(Chance.Hash(Code));
        var woven = Weave(design, design.Width, Height, (x, y) => design.ColourAt(x, y - (Height >> 1)), slips: true, threads: 2);
        StringBuilder svg = new(4096);

        svg.Append(Invariant($"""<rect width="{Width * Unit}" height="{Height * Unit}" fill="{design.Dyes.Ground}"/><defs><g id="{name}">"""));
        for (var colour = 1; colour < 4; colour++)
        {
            svg.Append(Stroke(woven[colour], design.Dyes.Of(colour)));
        }

        svg.Append("</g></defs>");
        for (var x = FirstColumn((Width + 1) / 2, design.Width); x < Width; x += design.Width)
        {
            svg.Append(Invariant($"""<use href="#{name}" x="{x * Unit}"/>"""));
        }

        return svg.ToString();
    }

    /// <summary>The runs of each colour as path data; the ground is not drawn.</summary>
    private static StringBuilder[] Weave(ClothDesign design, int width, int height, Func<int, int, int> colourAt, bool slips, int threads = 3)
    {
        StringBuilder[] paths = [new(), new(), new(), new()];
        var thickness = Unit / (double)threads;
        for (var y = 0; y < height; y++)
        {
            var slip = slips ? design.Chance.Next(3) - 1 : 0;
            for (var thread = 0; thread < threads; thread++)
            {
                for (int x = 0, end; x < width; x = end)
                {
                    var colour = colourAt(x, y);
                    for (end = x + 1; end < width && colourAt(end, y) == colour; end++)
                    {
                    }

                    if (colour != 0)
                    {
                        int from = design.Chance.Next(4), to = design.Chance.Next(4);
                        var start = x > 0 ? (x * Unit) + slip + from - 1 : 0;
                        var stop = end < width ? (end * Unit) + slip + to - 2 : (width * Unit) + 1;
                        if (stop > start)
                        {
                            paths[colour].Append(Invariant($"M{start} {(y * Unit) + (thread * thickness) + (thickness / 2)}h{stop - start}"));
                        }
                    }
                }
            }
        }

        return paths;
    }

    /// <summary>The figures stand in the middle: the first column begins left of the edge.</summary>
    private static int FirstColumn(int middle, int repeat) => middle - ((middle + repeat - 1) / repeat * repeat);

    private static string Stroke(StringBuilder path, string colour) => path.Length == 0 ? "" : $"""<path stroke="{colour}" d="{path}"/>""";

    private static string Base36(uint number)
    {
        var text = "";
        do
        {
            text = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)] + text;
            number /= 36;
        }
        while (number > 0);
        return text;
    }
}
