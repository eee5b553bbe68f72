using System.Text.RegularExpressions;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>
/// The lifelong number of a person. The system never collects it; this finds one that somebody is about to type into a free text or a file name,
/// so that it can be stopped at input (domain §4.8, PDPA s.22).
/// </summary>
public static partial class NationalId
{
    private const int Length = 13;

    /// <summary>Whether the text holds a run of 13 digits, plain or grouped 1-2345-67890-12-1, Thai or Arabic, with a right check digit.</summary>
    public static bool AppearsIn(string? text) => FindIn(text).Count > 0;

    /// <summary>The runs found, digits only.</summary>
    public static IReadOnlyList<string> FindIn(string? text)
        => [.. Candidates().Matches(ThaiDigits.ToAscii(text ?? "")).Select(m => Digits(m.Value)).Where(HasValidCheckDigit)];

    /// <summary>Whether the last of 13 digits is the check digit of the others.</summary>
    public static bool HasValidCheckDigit(string digits)
    {
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = Enumerable.Range(0, Length - 1).Sum(i => (digits[i] - '0') * (Length - i));
        return (11 - (sum % 11)) % 10 == digits[^1] - '0';
    }

    private static string Digits(string run) => string.Concat(run.Where(char.IsAsciiDigit));

    [GeneratedRegex("(?<![0-9])(?:[0-9]{13}|[0-9][- ][0-9]{4}[- ][0-9]{5}[- ][0-9]{2}[- ][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();
}
