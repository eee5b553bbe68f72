using System.Globalization;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>What a reader counts as one character: น้ำ is one, though it is three chars.</summary>
public static class TextElements
{
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>At most so many elements, the last of them … when something was cut off.</summary>
    public static string Truncate(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= most ? text : text[..starts[most - 1]].TrimEnd() + "…";
    }
}
