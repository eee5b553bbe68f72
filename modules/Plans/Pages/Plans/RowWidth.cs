using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Plans.Pages.Plans;

/// <summary>How wide a column of a table stands in its row.</summary>
internal static class RowWidth
{
    /// <summary>From so many text elements on a text wants the whole width.</summary>
    private const int Wide = 150;

    public static string? Of(FieldDefinition column) => column.Kind == FieldKind.LongText || (column.Kind == FieldKind.Text && column.Max >= Wide) ? "row__wide" : null;
}
