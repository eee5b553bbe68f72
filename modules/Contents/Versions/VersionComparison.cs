using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Contents.Versions;

/// <summary>One value in two versions.</summary>
/// <param name="English">Whether it is the English value.</param>
/// <param name="OnlyMarks">The words are the same; bold, headings or links are not.</param>
internal sealed record ComparedValue(Slot Slot, bool English, TextDifference Texts, bool OnlyMarks)
{
    public bool IsSame => Texts.IsSame && !OnlyMarks;
}

internal static class VersionComparison
{
    public static IReadOnlyList<ComparedValue> Compare(ItemSheet sheet, JsonObject left, JsonObject right)
        => [.. sheet.Slots.SelectMany(s => new[] { Compare(s, false, ReadableText(s, left), ReadableText(s, right), s.TextIn(left) != s.TextIn(right)) }
            .Concat(s.Translatable ? [Compare(s, true, Words(s, s.EnglishIn(left)), Words(s, s.EnglishIn(right)), s.EnglishIn(left) != s.EnglishIn(right))] : []))
            .Where(v => v.Texts.Left.Count > 0 || v.Texts.Right.Count > 0)];

    /// <summary>A value in words, as somebody reads it in a list of differences.</summary>
    public static string ReadableText(Slot slot, JsonObject parts)
        => slot.Field.Kind == FieldKind.Table
            ? string.Join('\n', FieldValues.RowsOf(slot.ValueIn(parts)).Select(r => string.Join(" · ", slot.Field.Columns.Select(c => FieldWords.Shown(c, FieldValues.CellOf(r, c.Name))))))
            : Words(slot, slot.TextIn(parts));

    private static ComparedValue Compare(Slot slot, bool english, string left, string right, bool differs)
    {
        var texts = TextDiff.Between(left, right);
        return new(slot, english, texts, differs && texts.IsSame);
    }

    private static string Words(Slot slot, string text) => slot.Field.Kind == FieldKind.RichText ? RichText.Plain(text) : FieldWords.Shown(slot.Field, text);
}
