using System.Globalization;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>
/// Thai dictionary order as a text to be stored: sorted by code points (SQLite, PostgreSQL, Ordinal) the keys give the order of the words,
/// with เ แ โ ใ ไ after the consonant they precede (domain §4.4).
/// </summary>
public static class ThaiSort
{
    private static readonly CompareInfo Thai = CultureInfo.GetCultureInfo("th-TH").CompareInfo;

    /// <summary>For sorting in memory.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("th-TH"), CompareOptions.None);

    /// <summary>The key, in lower-case hexadecimal.</summary>
    public static string Key(string text) => Convert.ToHexStringLower(Thai.GetSortKey(ThaiText.Normalise(text), CompareOptions.None).KeyData);
}
