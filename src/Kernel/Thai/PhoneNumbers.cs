using System.Text.RegularExpressions;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Thai telephone numbers: kept as digits only, shown as people write them (domain §4.7).</summary>
public static partial class PhoneNumbers
{
    /// <summary>The digits of a land line (9) or mobile number (10), from any usual way of typing it; null when it is neither.</summary>
    public static string? Normalise(string? typed)
    {
        var digits = Separators().Replace(ThaiDigits.ToAscii(typed ?? ""), "");

        if (digits.StartsWith("+66", StringComparison.Ordinal))
        {
            digits = $"0{digits[3..].TrimStart('0')}";
        }

        return IsValid(digits) ? digits : null;
    }

    /// <summary>Whether these digits are a land line or a mobile number.</summary>
    public static bool IsValid(string digits) => LandLine().IsMatch(digits) || Mobile().IsMatch(digits);

    /// <summary>0-4241-1182 or 08-1234-5678. What is no number stays as it is.</summary>
    public static string Format(string number, Digits digits = Digits.Arabic)
    {
        var text = Normalise(number) switch
        {
            { Length: 9 } land => $"{land[0]}-{land[1..5]}-{land[5..]}",
            { Length: 10 } mobile => $"{mobile[..2]}-{mobile[2..6]}-{mobile[6..]}",
            _ => number,
        };

        return digits == Digits.Thai ? ThaiDigits.ToThai(text) : text;
    }

    /// <summary>08-****-5678: for people who need not ring it up.</summary>
    public static string Mask(string number)
        => Format(number).Split('-') is [var head, _, var tail] ? $"{head}-****-{tail}" : "****";

    [GeneratedRegex(@"[\s().-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("^0[23457][0-9]{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex LandLine();

    [GeneratedRegex("^0[689][0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
