using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>How a paragraph stands on the page. The typed properties keep the order of elements that Word insists on.</summary>
internal static class ParagraphLayout
{
    public static ParagraphProperties Properties(this Paragraph paragraph)
        => paragraph.ParagraphProperties ??= new();

    public static Paragraph Spaced(this Paragraph paragraph, int before)
    {
        paragraph.Properties().SpacingBetweenLines = new() { Before = $"{before}" };
        return paragraph;
    }

    public static Paragraph SpacedAfter(this Paragraph paragraph, int after)
    {
        paragraph.Properties().SpacingBetweenLines = new() { After = $"{after}" };
        return paragraph;
    }

    public static Paragraph Indented(this Paragraph paragraph, int left, int first)
    {
        paragraph.Properties().Indentation = new() { Left = $"{left}", FirstLine = $"{first}" };
        return paragraph;
    }

    public static Paragraph Aligned(this Paragraph paragraph, EnumValue<JustificationValues> to)
    {
        paragraph.Properties().Justification = new() { Val = to };
        return paragraph;
    }

    public static Paragraph KeptWithNext(this Paragraph paragraph)
    {
        paragraph.Properties().KeepNext = new();
        return paragraph;
    }
}
