namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Thai digits ๐–๙ (U+0E50–U+0E59): official letters use them, screens and files do not (domain §4.3).</summary>
public static class ThaiDigits
{
    private const char ThaiZero = '\u0E50';

    /// <summary>0–9 become ๐–๙; everything else stays.</summary>
    public static string ToThai(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.IsAsciiDigit(from[i]) ? (char)(from[i] - '0' + ThaiZero) : from[i];
        }
    });

    /// <summary>๐–๙ become 0–9; everything else stays.</summary>
    public static string ToAscii(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] is >= ThaiZero and <= (char)(ThaiZero + 9) ? (char)(from[i] - ThaiZero + '0') : from[i];
        }
    });
}
