using CommunityBusinessNetwork.Letters.Writing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class LetterDocxTests
{
    [Fact]
    public void Docx_OfTheLetter_IsValid()
    {
        using var word = Open(LetterFixture.Fields().Sheet());

        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Docx_OfTheLetter_HoldsItsWordsInOrder()
    {
        var sheet = LetterFixture.Fields().Sheet();
        using var word = Open(sheet);
        var text = string.Join('\n', word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText));

        string[] expected = [sheet.Reference, sheet.Date, sheet.Subject.Text, sheet.Addressee.Text, .. sheet.Paragraphs, sheet.Closing, .. sheet.Signer, .. sheet.Owner, sheet.Motto!,
            .. sheet.Guideline!.Title, .. sheet.Guideline.Steps.Select(s => s.Text)];
        var at = 0;
        Assert.All(expected, e => Assert.True((at = text.IndexOf(e, at, StringComparison.Ordinal) + e.Length) >= e.Length, e));
        Assert.DoesNotMatch("[0-9]", text);
    }

    [Fact]
    public void Docx_IsSetInThaiSarabun16OnA4WithTheMarginsOfTheRule()
    {
        using var word = Open(LetterFixture.Fields().Sheet());
        var main = word.MainDocumentPart!;
        var margin = main.Document!.Descendants<PageMargin>().First();
        var defaults = main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.Equal((1701U, 1134U), (margin.Left!.Value, margin.Right!.Value));
        Assert.Equal("32", defaults.FontSizeComplexScript!.Val!.Value);
        Assert.Equal("TH Sarabun New", defaults.RunFonts!.ComplexScript!.Value);
        Assert.Equal("th-TH", defaults.Languages!.Bidi!.Value);
        Assert.All(main.Document.Descendants<Run>(), r => Assert.NotNull(r.RunProperties?.ComplexScript));
        Assert.Equal("1701", main.Document.Body!.GetFirstChild<Paragraph>()!.ParagraphProperties!.SpacingBetweenLines!.Line!.Value);
        Assert.Equal(2, main.Document.Descendants<SectionProperties>().Count());
    }

    [Fact]
    public void Docx_OfAShortLetter_IsValidToo()
    {
        var fields = LetterFixture.Fields();
        fields.Letter().Remove("enclosures");
        fields.Letter().Remove("motto");
        using var word = Open(fields.Sheet());

        Assert.Empty(new OpenXmlValidator().Validate(word));
        Assert.Single(word.MainDocumentPart!.Document!.Descendants<SectionProperties>());
    }

    private static WordprocessingDocument Open(LetterSheet sheet) => WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(sheet)), isEditable: false);
}
