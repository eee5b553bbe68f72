namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>The letter and its guideline as plain text, paragraphs parted by an empty line, no newline at the end.</summary>
internal static class LetterText
{
    public static string Write(LetterSheet sheet, Wording words)
    {
        List<string> blocks =
        [
            $"{words["text-start"]}{sheet.Reference}\n\n",
            .. sheet.Issuer,
            sheet.Date,
            $"{sheet.Subject.Label} {sheet.Subject.Text}",
            $"{sheet.Addressee.Label} {sheet.Addressee.Text}",
        ];

        if (sheet.References.Items.Count > 0)
        {
            blocks.Add($"{sheet.References.Label} {string.Join('\n', sheet.References.Items)}");
        }

        if (sheet.Enclosures.Items.Count > 0)
        {
            blocks.Add($"{sheet.Enclosures.Label} {string.Join('\n', sheet.Enclosures.Items.Select(e => $"{e.Title}{words["text-before-count"]}{e.Count}"))}");
        }

        blocks.AddRange([.. sheet.Paragraphs, sheet.Closing, string.Join('\n', sheet.Signer), string.Join('\n', sheet.Owner)]);

        if (sheet.Motto is not null)
        {
            blocks.Add(sheet.Motto);
        }

        if (sheet.Guideline is { } guideline)
        {
            blocks.Add(string.Join('\n', guideline.Title));
            blocks.AddRange(guideline.Steps.SelectMany(s => s.Bullets.Count == 0 ? [s.Text] : new[] { s.Text, string.Join('\n', s.Bullets) }));
        }

        return string.Join("\n\n", blocks);
    }
}
