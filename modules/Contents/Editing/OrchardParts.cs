using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>What of the parts of Orchard's names staff edit.</summary>
internal static class OrchardParts
{
    private const int LongestBody = 20_000;

    public static readonly IReadOnlyList<PartForm> Forms =
    [
        new(nameof(TitlePart), "contents.part-title", [new(nameof(TitlePart.Title), FieldKind.Text, "contents.title") { Required = true, Max = 200, English = nameof(TitlePart.TitleEn) }]),
        new(nameof(AutoroutePart), "contents.part-path", [new(nameof(AutoroutePart.Path), FieldKind.Text, "contents.path") { HintKey = "contents.path-hint", Max = 150 }]),
        new(nameof(AliasPart), "contents.part-alias", [new(nameof(AliasPart.Alias), FieldKind.Text, "contents.alias") { HintKey = "contents.alias-hint", Max = 100, Visibility = FieldVisibility.Staff }]),
        new(nameof(HtmlBodyPart), "contents.part-body", [new(nameof(HtmlBodyPart.Html), FieldKind.RichText, "contents.body") { Required = true, Max = LongestBody, English = nameof(HtmlBodyPart.HtmlEn) }]),
        new(nameof(MenuPart), "contents.part-menu",
        [
            new(nameof(MenuPart.Menu), FieldKind.Text, "contents.menu-name") { Required = true, Max = 40, Visibility = FieldVisibility.Staff },
            new(nameof(MenuPart.Url), FieldKind.Link, "contents.menu-url") { Required = true },
            new(nameof(MenuPart.Position), FieldKind.Number, "contents.menu-position") { Required = true, Whole = true, Min = 1, Max = 999, Visibility = FieldVisibility.Staff },
        ]),
    ];
}
