using CommunityBusinessNetwork.Kernel.Thai;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>
/// The letter as a Word file in the layout of the Prime Minister's Office (domain §3.2): A4, margins 3 and 2 cm, an empty slot of 3 cm for the
/// emblem, which the agency adds itself, Thai Sarabun 16 pt, the enclosure on a new page.
/// </summary>
internal static class LetterDocx
{
    /// <summary>Twentieths of a point in a centimetre.</summary>
    private const int Cm = 567;

    private const int TextWidth = 16 * Cm;

    /// <summary>The right block and the date begin at the middle of the paper, which is 7.5 cm on the ruler.</summary>
    private const int Centre = (int)(7.5 * Cm);

    /// <summary>The owner's address begins further right than the centre line.</summary>
    private const int RightBlock = (int)(9.5 * Cm);

    private const string Font = "TH Sarabun New";
    private const int Six = 120;
    private const int Twelve = 240;

    public static byte[] Write(LetterSheet sheet)
    {
        using MemoryStream file = new();

        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = PageNumber();
            main.Document = new Document(Sections(sheet, main.GetIdOfPart(header)));
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<FontTablePart>().Fonts = new(new Font(new AltName { Val = "TH SarabunPSK, Sarabun" }) { Name = Font });
            word.PackageProperties.Title = $"{sheet.Reference} {sheet.Subject.Text}";
            word.PackageProperties.Language = "th-TH";
        }

        return file.ToArray();
    }

    // The enclosure is a section of its own: it begins a page, has no emblem above it and counts its own pages.
    private static Body Sections(LetterSheet sheet, string header)
    {
        Body body = new(Letter(sheet));

        if (sheet.Guideline is { } guideline)
        {
            ((Paragraph)body.LastChild!).Properties().SectionProperties = Page(header, top: (int)(1.5 * Cm));
            body.Append(Enclosure(guideline));
            body.Append(Page(header, top: (int)(2.5 * Cm)));
        }
        else
        {
            body.Append(Page(header, top: (int)(1.5 * Cm)));
        }

        return body;
    }

    private static IEnumerable<OpenXmlElement> Letter(LetterSheet sheet)
    {
        yield return EmblemSlot();

        for (var row = 0; row < sheet.Issuer.Count; row++)
        {
            yield return Row(row == 0 ? sheet.Reference : "", [RightBlock], sheet.Issuer[row]);
        }

        yield return Row("", [Centre], sheet.Date).Spaced(Six);
        yield return Head(sheet.Subject.Label, sheet.Subject.Text);
        yield return Head(sheet.Addressee.Label, sheet.Addressee.Text);

        foreach (var (item, label) in Labelled(sheet.References.Label, sheet.References.Items))
        {
            yield return Head(label, item);
        }

        foreach (var (enclosure, label) in Labelled(sheet.Enclosures.Label, sheet.Enclosures.Items))
        {
            yield return EnclosureRow(label, enclosure);
        }

        foreach (var paragraph in sheet.Paragraphs)
        {
            yield return Paragraph(paragraph).Spaced(Six).Indented(left: 0, first: (int)(2.5 * Cm)).Aligned(JustificationValues.ThaiDistribute);
        }

        yield return Centred(sheet.Closing).Spaced(Twelve).KeptWithNext();

        // Three empty lines for the signature.
        for (var line = 0; line < 3; line++)
        {
            yield return Centred("").KeptWithNext();
        }

        foreach (var line in sheet.Signer)
        {
            yield return Centred(line).KeptWithNext();
        }

        for (var at = 0; at < sheet.Owner.Count; at++)
        {
            yield return Paragraph(sheet.Owner[at]).Spaced(at == 0 ? 3 * Twelve : 0).KeptWithNext();
        }

        if (sheet.Motto is not null)
        {
            yield return Paragraph(sheet.Motto).Spaced(Twelve).Aligned(JustificationValues.Center);
        }
    }

    private static IEnumerable<OpenXmlElement> Enclosure(Guideline guideline)
    {
        foreach (var line in guideline.Title)
        {
            yield return Paragraph(line, bold: true).Aligned(JustificationValues.Center);
        }

        foreach (var step in guideline.Steps)
        {
            yield return Paragraph(step.Text).Spaced(Six).Indented(left: 0, first: (int)(1.25 * Cm)).Aligned(JustificationValues.ThaiDistribute);

            // A bullet of the seed has a loose line of its own.
            foreach (var line in step.Bullets.SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
            {
                yield return Paragraph(line).Indented(left: (int)(1.75 * Cm), first: 0);
            }
        }
    }

    private static IEnumerable<(T Item, string Label)> Labelled<T>(string label, IReadOnlyList<T> items)
        => items.Select((item, at) => (item, at == 0 ? label : ""));

    // The rule gives the emblem 3 cm; the margin above it is 1.5 cm, so the text begins where the guide wants it.
    private static Paragraph EmblemSlot() => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = $"{3 * Cm}", LineRule = LineSpacingRuleValues.Exact }));

    /// <summary>A row with its parts at tab stops.</summary>
    private static Paragraph Row(string first, int[] stops, params string[] others)
    {
        var row = Paragraph(first);
        row.Properties().Tabs = new Tabs(stops.Select(s => new TabStop { Val = TabStopValues.Left, Position = s }));

        foreach (var text in others)
        {
            row.Append(Run(new TabChar()), Run(Text(text)));
        }

        return row;
    }

    // Two blanks after the label; a long text hangs under itself.
    private static Paragraph Head(string label, string text)
    {
        var hang = label.Length > 0 ? 0 : Cm;
        return Paragraph(label.Length > 0 ? $"{label}  {text}" : text).Spaced(Six).Indented(hang, 0);
    }

    private static Paragraph EnclosureRow(string label, Enclosure enclosure)
    {
        const int Titles = (int)(2.75 * Cm);
        const int Counts = TextWidth - (int)(2.5 * Cm);
        return Row(label, [Titles, Counts], enclosure.Title, enclosure.Count).Spaced(label.Length > 0 ? Six : 0);
    }

    // The close, the name and the position stand on one centre line, right of the middle.
    private static Paragraph Centred(string text) => Paragraph(text).Indented(left: Centre, first: 0).Aligned(JustificationValues.Center);

    private static Paragraph Paragraph(string text, bool bold = false)
        => text.Length == 0 ? new() : new(Run(Text(text), bold));

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    // Thai is a complex script to Word: without cs it would measure and bold the text as Latin.
    private static Run Run(OpenXmlElement content, bool bold = false)
        => bold ? new(new RunProperties(new Bold(), new BoldComplexScript(), new ComplexScript()), content) : new(new RunProperties(new ComplexScript()), content);

    private static SectionProperties Page(string header, int top) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new PageSize { Width = 21 * Cm, Height = (uint)(29.7 * Cm) },
        new PageMargin { Left = 3 * Cm, Right = 2 * Cm, Top = top, Bottom = 2 * Cm, Header = (int)(1.5 * Cm), Footer = Cm, Gutter = 0 },
        new PageNumberType { Format = NumberFormatValues.ThaiNumbers, Start = 1 },
        // The first page has neither header nor number.
        new TitlePage());

    // - ๒ - from the second page on.
    private static Header PageNumber() => new(
        new Paragraph(Run(Text("- ")), new SimpleField(Run(Text(ThaiDigits.ToThai("2")))) { Instruction = "PAGE" }, Run(Text(" -")))
            .Aligned(JustificationValues.Center)
            .SpacedAfter(Twelve));

    private static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
            new FontSize { Val = "32" },
            new FontSizeComplexScript { Val = "32" },
            new Languages { Val = "en-US", Bidi = "th-TH" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
            new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))));
}
