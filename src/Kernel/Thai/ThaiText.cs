using System.Text;
using System.Text.RegularExpressions;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>One spelling for texts that look alike; Unicode's own forms do none of this (domain §4.2). For what people type and search.</summary>
public static partial class ThaiText
{
    /// <summary>ํ + า becomes ำ, also with a tone mark between or before; เเ becomes แ; zero-width spaces and byte-order marks go.</summary>
    public static string Normalise(string text)
    {
        var clean = Invisible().Replace(text, "").Normalize(NormalizationForm.FormC).Replace("เเ", "แ", StringComparison.Ordinal);
        return SplitAm().Replace(clean, "$1ำ");
    }

    [GeneratedRegex("[\u200B\u2060\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    // The nikhahit may stand on either side of the tone mark.
    [GeneratedRegex("\u0E4D([\u0E48-\u0E4B]?)\u0E32", RegexOptions.CultureInvariant)]
    private static partial Regex SplitAm();
}
