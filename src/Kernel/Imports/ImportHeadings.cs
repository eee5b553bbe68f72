using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>Which column of a file is which: by its name for machines, by its label in any language, or by both, "Label (name)".</summary>
internal sealed class ImportHeadings(MessageBook book)
{
    /// <param name="ignored">Headings that name nothing.</param>
    public Outcome<IReadOnlyDictionary<string, int>> Read(ITableImport import, TypedTable table, string field, out IReadOnlyList<string> ignored)
    {
        Dictionary<string, int> places = [];
        List<string> unknown = [];
        ignored = unknown;

        foreach (var (at, heading) in table.Headings.Index().Where(h => h.Item.Length > 0))
        {
            if (import.Columns.FirstOrDefault(c => Names(c, heading)) is not { } column)
            {
                unknown.Add(heading);
            }
            else if (!places.TryAdd(column.Name, at))
            {
                return Refused(new("imports.column-twice", field, ("column", heading)));
            }
        }

        return places.ContainsKey(import.Columns[0].Name) ? places : Refused(new("imports.no-key-column", field, ("column", HeadingOf(import.Columns[0]))));
    }

    /// <summary>As templates and exports write it.</summary>
    public string HeadingOf(ImportColumn column) => $"{book.Find(Localizer.Language, column.LabelKey)} ({column.Name})";

    private bool Names(ImportColumn column, string heading)
        => Same(heading, column.Name) || heading.EndsWith($"({column.Name})", StringComparison.OrdinalIgnoreCase)
            || MessageBook.Languages.Any(language => Same(heading, book.Find(language, column.LabelKey)));

    private static bool Same(string heading, string name) => heading.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Outcome<IReadOnlyDictionary<string, int>> Refused(Problem problem) => Outcome<IReadOnlyDictionary<string, int>>.From(Outcome.Refused(problem));
}
