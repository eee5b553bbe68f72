using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Fields of items in a form and on a page: which control, which words.</summary>
internal static class FieldWords
{
    public static string Label(FieldDefinition field) => Localizer.Choose(field.LabelTh, field.LabelEn);

    public static string? Hint(FieldDefinition field) => field.HintTh is { Length: > 0 } hint ? Localizer.Choose(hint, field.HintEn) : null;

    public static string ControlOf(FieldKind kind) => kind switch
    {
        FieldKind.LongText or FieldKind.RichText => "textarea",
        FieldKind.Number => "number",
        FieldKind.Money => "money",
        FieldKind.Date => "date-th",
        FieldKind.YesNo => "checkbox",
        FieldKind.Choice => "select",
        _ => "text",
    };

    /// <summary>The choices after one that says nothing is chosen; null for other kinds.</summary>
    public static IEnumerable<SelectListItem>? ItemsOf(FieldDefinition field, Localizer text)
        => field.Kind == FieldKind.Choice
            ? [new(text["contents.choose"], ""), .. field.Choices.Select(c => new SelectListItem(Localizer.Choose(c.LabelTh, c.LabelEn), c.Value))]
            : null;

    /// <summary>A kept value as it stands in a control.</summary>
    public static string Typed(FieldDefinition field, string kept) => kept.Length == 0 ? "" : field.Kind switch
    {
        FieldKind.Money => Money.FromBaht(decimal.Parse(kept, CultureInfo.InvariantCulture)).ToString(),
        FieldKind.Date => PageFormat.Date(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => kept,
    };

    /// <summary>A kept value as it is read.</summary>
    public static string Shown(FieldDefinition field, string kept)
        => field.Kind == FieldKind.Choice && field.Choices.FirstOrDefault(c => c.Value == kept) is { } choice
            ? Localizer.Choose(choice.LabelTh, choice.LabelEn)
            : Typed(field, kept);
}
