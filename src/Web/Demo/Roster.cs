using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>One group of the synthetic roster: what the file says of it, and nothing else.</summary>
internal sealed record RosterRow(
    string Code,
    Province Province,
    string District,
    string Subdistrict,
    string Village,
    int Moo,
    string Postcode,
    string Name,
    int FoundedBe,
    string Chair,
    string Phone,
    string Email,
    int Committee,
    int Members,
    int Women,
    Money Savings,
    Money Loans,
    Money WelfareFund,
    IReadOnlyList<string> Businesses,
    Money Revenue,
    Money Profit,
    int Jobs,
    int ClipSeconds,
    DateOnly Submitted)
{
    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<RosterLine> Lines { get; init; }

    /// <summary>What the five judges gave.</summary>
    public required IReadOnlyList<RosterSheet> Sheets { get; init; }

    public string Business => Businesses[0];
}

/// <summary>A budget line of a group's plan.</summary>
internal sealed record RosterLine(
    int Seq, int Priority, string Category, string Description, string Unit, decimal Quantity, Money UnitPrice, Money Amount, bool InSmallCut, string Kind);

/// <summary>One judge's levels for one group, C1 to C8.</summary>
internal sealed record RosterSheet(string Judge, IReadOnlyDictionary<string, int> Levels, int Total);

/// <summary>The synthetic national roster: 76 groups, their budget lines and their scores (recipes/demo-76).</summary>
internal static class Roster
{
    private static readonly string[] Criteria = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"];

    /// <exception cref="FormatException">A file does not have the shape of the roster.</exception>
    public static IReadOnlyList<RosterRow> Read(string folder)
    {
        var lines = Rows(folder, "budget.csv").ToLookup(r => r["group_code"], LineOf);
        var sheets = Rows(folder, "scores.csv").ToLookup(r => r["group_code"], SheetOf);
        return [.. Rows(folder, "roster.csv").Select(r => RowOf(r, [.. lines[r["group_code"]]], [.. sheets[r["group_code"]]]))];
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        using var reader = new StreamReader(Path.Combine(folder, file));
        var head = reader.ReadLine()?.TrimStart('\uFEFF').Split(',') ?? throw new FormatException($"{file} is empty.");

        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return cells.Length == head.Length
                ? head.Zip(cells).ToDictionary(c => c.First, c => c.Second)
                : throw new FormatException($"{file}: {line}");
        }
    }

    private static RosterRow RowOf(Dictionary<string, string> row, IReadOnlyList<RosterLine> lines, IReadOnlyList<RosterSheet> sheets)
        => new(
            row["group_code"],
            Provinces.Of(row["dopa_code"]),
            row["district_th"],
            row["subdistrict_th"],
            row["village_th"],
            Whole(row["moo"]),
            row["postcode"],
            row["group_name_th"],
            Whole(row["founded_be"]),
            row["chair_th"],
            row["phone"],
            row["email"],
            Whole(row["committee"]),
            Whole(row["members"]),
            Whole(row["members_female"]),
            Baht(row["savings_baht"]),
            Baht(row["loans_baht"]),
            Baht(row["welfare_fund_baht"]),
            row["business_types"].Split('|'),
            Baht(row["revenue_2562_baht"]),
            Baht(row["profit_2562_baht"]),
            Whole(row["jobs"]),
            Whole(row["clip_seconds"]),
            DateOnly.ParseExact(row["submitted"], "yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            Lines = lines,
            Sheets = sheets,
        };

    private static RosterLine LineOf(Dictionary<string, string> row)
        => new(
            Whole(row["seq"]),
            Whole(row["priority"]),
            row["category"],
            row["description"],
            row["unit"],
            Number(row["quantity"]),
            Baht(row["unit_price"]),
            Baht(row["amount"]),
            row["in_small_cut"] == "1",
            row["procurement_kind"]);

    private static RosterSheet SheetOf(Dictionary<string, string> row)
        => new(row["judge"], Criteria.ToDictionary(c => c, c => Whole(row[c])), Whole(row["total"]));

    private static int Whole(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static Money Baht(string cell) => Money.FromBaht(Number(cell));
}
