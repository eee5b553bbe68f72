using System.Text;
using static System.FormattableString;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>The cloth of a whole cycle: one band a group, in the order given, each with a line below it in the colour of its tier.</summary>
public static class NationCloth
{
    private const int Width = 2160;
    private const double BandHeight = 80.4;

    public static string Draw(IReadOnlyCollection<Cloth> bands)
    {
        StringBuilder svg = new(128 * 1024);
        svg.Append(Invariant($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {bands.Count * BandHeight:0.#}" preserveAspectRatio="xMidYMid slice"><g stroke-width="3">"""));
        foreach (var (at, band) in bands.Index())
        {
            svg.Append(Invariant($"""<g transform="translate(0 {at * BandHeight:0.0})">{(band with { Width = 360, Height = 12 }).Band()}<rect y="72" width="{Width}" height="8.4" fill="{Dyes.OfFoot(band.Foot).Ground}"/></g>"""));
        }

        return svg.Append("</g></svg>").ToString();
    }
}
