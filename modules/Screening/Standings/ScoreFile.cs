using System.Globalization;

namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>
/// A CSV file of scores: one line per entry and judge, a column per criterion (<c>group_code,judge,C1,…,C8</c>).
/// An empty cell or "-" is no opinion; other columns are not read.
/// </summary>
internal static class ScoreFile
{
    private const string Entry = "group_code";
    private const string Judge = "judge";

    /// <exception cref="FormatException">The file is not of this shape; the message names the line.</exception>
    public static IReadOnlyList<Ballot> Read(TextReader file, Weights weights)
    {
        var head = Cells(file.ReadLine() ?? throw new FormatException("The file is empty."));
        int[] criteria = [.. weights.Criteria.Select(c => At(head, c))];
        var (entry, judge) = (At(head, Entry), At(head, Judge));
        List<Ballot> ballots = [];
        HashSet<(string Entry, string Judge)> seen = [];

        for (var number = 2; file.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var cells = Cells(line);

            if (cells.Length != head.Length || cells[entry].Length == 0)
            {
                throw new FormatException($"Line {number}: {head.Length} columns are expected, {cells.Length} found, or the entry has no name.");
            }

            if (!seen.Add((cells[entry], cells[judge])))
            {
                throw new FormatException($"Line {number}: {cells[judge]} has scored {cells[entry]} before.");
            }

            ballots.Add(new(cells[entry], [.. criteria.Select(c => Level(cells[c], number))]));
        }

        return ballots;
    }

    private static string[] Cells(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(c => c.Trim().Trim('"'))];

    private static int At(string[] head, string column)
    {
        var at = Array.IndexOf(head, column);
        return at >= 0 ? at : throw new FormatException($"The column {column} is missing.");
    }

    private static int? Level(string cell, int line)
        => cell is "" or "-" ? null
        : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= Weights.HighestLevel ? level
        : throw new FormatException($"Line {line}: '{cell}' is no level from 0 to {Weights.HighestLevel}.");
}
