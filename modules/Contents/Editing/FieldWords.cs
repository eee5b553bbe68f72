using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Fields of items on a page: their words.</summary>
internal static class FieldWords
{
    public static string Label(FieldDefinition field) => Localizer.Choose(field.LabelTh, field.LabelEn);

    public static string? Hint(FieldDefinition field) => field.HintTh is { Length: > 0 } hint ? Localizer.Choose(hint, field.HintEn) : null;

    /// <summary>A kept value as it is read.</summary>
    public static string Shown(FieldDefinition field, string kept) => FieldControls.ChosenIn(field, kept) ?? FieldControls.Typed(field, kept);
}
