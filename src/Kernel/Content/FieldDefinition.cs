namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>The kinds of fields that staff may add to a type (design §4). Plan forms, BPM records and reports are made of the same.</summary>
public enum FieldKind
{
    Text,
    LongText,
    RichText,
    Number,
    Money,
    Date,
    YesNo,
    Choice,
    File,
    Image,
    Link,
    Reference,
    Place,
    Table,
}

/// <summary>Who may see a field: everybody; the staff and those who wrote it; these and the committee.</summary>
public enum FieldVisibility
{
    Public,
    Staff,
    Committee,
}

/// <summary>One value of a choice.</summary>
public sealed record FieldChoice(string Value, string LabelTh, string LabelEn);

/// <summary>A field of a content type or of a form: what staff decided about it.</summary>
/// <param name="Name">Unique in its type; the property's name in the JSON.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind, string LabelTh, string LabelEn)
{
    public string? HintTh { get; init; }
    public string? HintEn { get; init; }

    /// <summary>The section of the form it stands in, "A"; null when there is only one.</summary>
    public string? Section { get; init; }

    public bool Required { get; init; }

    /// <summary>An English value may stand beside the Thai one.</summary>
    public bool Translatable { get; init; }

    /// <summary>Lists of its type filter and sort by it.</summary>
    public bool Listed { get; init; }

    public FieldVisibility Visibility { get; init; }

    /// <summary>It tells who is meant: hidden from reviewers where a round is blind.</summary>
    public bool Identifying { get; init; }

    /// <summary>The least: text elements of a text, rows of a table, the value of a number or of money in baht.</summary>
    public decimal? Min { get; init; }

    /// <summary>The most, in the same unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>What stands in it on a new item, as it is kept: a number and a date in their ASCII, ISO form.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<FieldDefinition> Columns { get; init; } = [];

    /// <summary>Kept for old items, shown to nobody who writes.</summary>
    public bool Retired { get; init; }
}
