using System.Globalization;

namespace CommunityBusinessNetwork.Showcase.Drawings;

/// <summary>Numbers as SVG wants them, whatever the reader's language.</summary>
public static class Numbers
{
    public static string Plain(this double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole as a percentage of a drawing's width, 0 to 100.</summary>
    public static string Percent(this double part) => Math.Clamp(part * 100, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
