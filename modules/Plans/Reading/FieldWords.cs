using System.Globalization;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Plans.Reading;

/// <summary>Stored values as people read and type them.</summary>
internal static class FieldWords
{
    /// <summary>As it stands in a control.</summary>
    public static string Typed(FieldDefinition field, string stored) => stored.Length == 0 ? "" : field.Kind switch
    {
        FieldKind.Money => Money.FromBaht(decimal.Parse(stored, CultureInfo.InvariantCulture)).ToString(),
        FieldKind.Date => PageFormat.Date(DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => stored,
    };

    /// <summary>As it is read.</summary>
    public static string Shown(FieldDefinition field, string stored, Localizer text) => field.Kind switch
    {
        FieldKind.Choice when field.Choices.FirstOrDefault(c => c.Value == stored) is { } choice => Localizer.Choose(choice.LabelTh, choice.LabelEn),
        FieldKind.YesNo => text[stored == "true" ? "plans.yes" : "plans.no"],

        // A year has no thousands; every other number here has.
        FieldKind.Number when stored.Length > 0 && !IsYear(field) => decimal.Parse(stored, CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => Typed(field, stored),
    };

    private static bool IsYear(FieldDefinition field) => field.Min is >= 2400;
}
