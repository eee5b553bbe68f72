using System.Globalization;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>Words that must fit into a drawing, which breaks no lines by itself.</summary>
internal static class FlowText
{
    /// <summary>At most two lines; what does not fit ends in an ellipsis. The whole text stands in the title and the table.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return [text];
        }

        var words = text.Split(' ');
        var fits = 1;

        while (fits < words.Length && WidthOf(string.Join(' ', words.Take(fits + 1))) <= width)
        {
            fits++;
        }

        return fits < words.Length ? [Short(string.Join(' ', words.Take(fits)), width), Short(string.Join(' ', words.Skip(fits)), width)] : [Short(text, width)];
    }

    public static string Short(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        var elements = StringInfo.GetTextElementEnumerator(text);
        var end = 0;

        while (elements.MoveNext() && WidthOf(text[..elements.ElementIndex]) + WidthOf(elements.GetTextElement()) < width)
        {
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return $"{text[..end].TrimEnd()}…";
    }

    /// <summary>Letters that take room: Thai vowels and tones above and below take none.</summary>
    private static int WidthOf(string text) => text.Count(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
}
