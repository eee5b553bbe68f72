namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>
/// A letter in its words, block by block in the order of the rule of correspondence (domain §3.1): what is stored, shown, printed and hashed.
/// </summary>
/// <param name="Reference">ที่ …</param>
/// <param name="Issuer">The body that owns the letter, and its address.</param>
/// <param name="Signer">The name, the position, for whom.</param>
/// <param name="Owner">The unit in charge and its telephone.</param>
internal sealed record LetterSheet(
    string Reference,
    IReadOnlyList<string> Issuer,
    string Date,
    Labelled Subject,
    Labelled Addressee,
    LabelledList References,
    EnclosureList Enclosures,
    IReadOnlyList<string> Paragraphs,
    string Closing,
    IReadOnlyList<string> Signer,
    IReadOnlyList<string> Owner,
    string? Motto,
    Guideline? Guideline);

/// <summary>A row of the head: เรื่อง and what follows it.</summary>
internal sealed record Labelled(string Label, string Text);

internal sealed record LabelledList(string Label, IReadOnlyList<string> Items);

internal sealed record EnclosureList(string Label, IReadOnlyList<Enclosure> Items);

/// <summary>One enclosure. Several of them are numbered in their titles.</summary>
internal sealed record Enclosure(string Title, string Count);

/// <summary>The enclosure that says how the project is carried out.</summary>
internal sealed record Guideline(IReadOnlyList<string> Title, IReadOnlyList<GuidelineStep> Steps);

internal sealed record GuidelineStep(string Text, IReadOnlyList<string> Bullets);
