using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Plans.Reading;

/// <summary>A plan as it is read, in the reader's language: the model of the partial <c>Plans/Sections</c>. It holds only what its reader may see.</summary>
/// <param name="Number">The number of the submitted version; null for a draft.</param>
/// <param name="At">When it was submitted, or last saved.</param>
/// <param name="Sha256">Of the submitted version.</param>
public sealed record PlanSheet(int? Number, DateTimeOffset At, string? Sha256, IReadOnlyList<SheetSection> Sections);

/// <summary>A section with its fields; <paramref name="Budget"/> where the budget stands.</summary>
public sealed record SheetSection(string Code, string Title, IReadOnlyList<SheetField> Fields, SheetBudget? Budget);

/// <summary>One answer: a text, or a table.</summary>
/// <param name="Hidden">The reader may not know it: the text was never sent.</param>
public sealed record SheetField(string Name, string Label, string Text, SheetTable? Table, bool Hidden);

/// <summary>A table's headings and cells.</summary>
/// <param name="Numeric">Which columns hold numbers.</param>
public sealed record SheetTable(IReadOnlyList<string> Heads, IReadOnlyList<bool> Numeric, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The budget with the sum of each tier's cut.</summary>
public sealed record SheetBudget(IReadOnlyList<LineText> Lines, IReadOnlyList<CutSum> Cuts)
{
    /// <summary>The tier whose cut is all lines.</summary>
    public Tier Largest => Cuts.Select(c => c.Tier).MaxBy(t => t.Award)!;
}
