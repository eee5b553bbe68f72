using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>Which control edits a field that staff decided on, and what stands in it.</summary>
public static class FieldControls
{
    /// <summary>The type of its <c>field-row</c>.</summary>
    public static string TypeOf(FieldKind kind) => kind switch
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
    /// <param name="nothing">The words of that one.</param>
    public static IEnumerable<SelectListItem>? ItemsOf(FieldDefinition field, string nothing)
        => field.Kind == FieldKind.Choice
            ? [new(nothing, ""), .. field.Choices.Select(c => new SelectListItem(Localizer.Choose(c.LabelTh, c.LabelEn), c.Value))]
            : null;

    /// <summary>A kept value as it stands in the control.</summary>
    public static string Typed(FieldDefinition field, string kept) => kept.Length == 0 ? "" : field.Kind switch
    {
        FieldKind.Money => Money.FromBaht(decimal.Parse(kept, CultureInfo.InvariantCulture)).ToString(),
        FieldKind.Date => PageFormat.Date(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => kept,
    };

    /// <summary>What a choice is called; null for other kinds and for a value that is none of the choices.</summary>
    public static string? ChosenIn(FieldDefinition field, string kept)
        => field.Kind == FieldKind.Choice && field.Choices.FirstOrDefault(c => c.Value == kept) is { } choice ? Localizer.Choose(choice.LabelTh, choice.LabelEn) : null;
}
