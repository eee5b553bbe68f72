using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Plans.Reading;

/// <summary>Stored values as people read them.</summary>
internal static class FieldWords
{
    public static string Shown(FieldDefinition field, string stored, Localizer text) => field.Kind switch
    {
        FieldKind.YesNo => text[stored == "true" ? "plans.yes" : "plans.no"],

        // A year has no thousands; every other number here has.
        FieldKind.Number when stored.Length > 0 && !IsYear(field) => decimal.Parse(stored, CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => FieldControls.ChosenIn(field, stored) ?? FieldControls.Typed(field, stored),
    };

    private static bool IsYear(FieldDefinition field) => field.Min is >= 2400;
}
