using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityBusinessNetwork.Plans.Pages.Plans;

/// <summary>Which control edits a field of the form.</summary>
internal static class FieldControls
{
    /// <summary>From so many text elements on a text wants the whole width.</summary>
    private const int Wide = 150;

    public static string TypeOf(FieldDefinition field) => field.Kind switch
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
            ? [new(text["plans.choose"], ""), .. field.Choices.Select(c => new SelectListItem(Localizer.Choose(c.LabelTh, c.LabelEn), c.Value))]
            : null;

    public static string? WidthOf(FieldDefinition column) => column.Kind == FieldKind.LongText || (column.Kind == FieldKind.Text && column.Max >= Wide) ? "row__wide" : null;
}
