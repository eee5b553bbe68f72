using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>What a row does.</summary>
public enum ImportVerdict
{
    New,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>A value that a row changes.</summary>
public sealed record CellChange(string Column, string Before, string After);

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">The cell; null when it is the whole row.</param>
/// <param name="Read">What was read there.</param>
/// <param name="Code">The message.</param>
public sealed record CellProblem(string? Column, string Read, string Code, IReadOnlyDictionary<string, string> Args)
{
    public static CellProblem Of(string? column, string read, Problem problem)
        => new(column, read, problem.Code, problem.Args.ToDictionary(a => a.Name, a => Convert.ToString(a.Value, CultureInfo.InvariantCulture) ?? ""));
}

/// <summary>What one row of a file does.</summary>
/// <param name="Key">Which thing it is about.</param>
/// <param name="Name">What people call that.</param>
public sealed record ImportRow(int Number, string Key, string Name, ImportVerdict Verdict, IReadOnlyList<CellChange> Changes, IReadOnlyList<CellProblem> Problems)
{
    public static ImportRow Refused(int number, string key, string name, IReadOnlyList<CellProblem> problems) => new(number, key, name, ImportVerdict.Refused, [], problems);
}

/// <summary>What a file does, row by row.</summary>
/// <param name="Ignored">Headings that name no column.</param>
public sealed record ImportReport(IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Ignored)
{
    /// <summary>Whether there is something to do and nothing in the way.</summary>
    public bool CanRun => Count(ImportVerdict.Refused) == 0 && Count(ImportVerdict.New) + Count(ImportVerdict.Changed) > 0;

    public int Count(ImportVerdict verdict) => Rows.Count(r => r.Verdict == verdict);
}
