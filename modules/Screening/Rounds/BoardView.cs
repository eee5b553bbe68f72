using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>Where a row stands in a run of equal scores; the board draws a bracket along them.</summary>
internal enum TieRow
{
    None,
    First,
    Middle,
    Last,
}

/// <summary>One entry on the board.</summary>
/// <param name="Totals">The points of each final sheet, of 100.</param>
/// <param name="IsOpenTie">Nothing settled it.</param>
internal sealed record BoardRow(Place Place, Contender Contender, IReadOnlyList<decimal> Totals, TieRow Tie, bool IsOpenTie)
{
    /// <summary>Members who are so far apart talk about it (domain §6.3).</summary>
    public const decimal WideSpread = 20m;

    public string Province => Localizer.IsEnglish ? Provinces.Of(Contender.ProvinceCode).NameEn : Provinces.Of(Contender.ProvinceCode).NameTh;
    public int SheetsDone => Contender.FinalSheets.Count();
    public int SheetsAssigned => Contender.Sheets.Count(s => s.State != SheetState.Recused);
    public bool IsWide => Totals.Count > 1 && Totals.Max() - Totals.Min() > WideSpread;
}

/// <summary>The rows of one band and the line below them; null when nobody may be told where it runs.</summary>
internal sealed record BoardBand(string Outcome, int Places, IReadOnlyList<BoardRow> Rows, CutLine? Line);

/// <summary>
/// The standing of a round as one person may see it. Who is recused from an entry gets the order of the others, without lines:
/// a gap in the ranks or a line one row too high would be a trace.
/// </summary>
internal sealed record BoardView(Standing Standing, IReadOnlyList<BoardBand> Bands)
{
    public IEnumerable<CutLine> Lines => Bands.Select(b => b.Line).OfType<CutLine>();

    public static BoardView Of(Round round, CurrentUser user)
    {
        var visible = round.Contenders.VisibleTo(user).Where(c => c.TakesPart).ToList();
        var hides = round.Contenders.Any(c => c.TakesPart && !visible.Contains(c));
        var standing = round.Rank(visible);
        var rows = Rows(standing, visible.ToDictionary(c => c.GroupCode));

        if (hides)
        {
            return new(standing, [new("", rows.Count, rows, null)]);
        }

        List<BoardBand> bands = [];
        var at = 0;

        foreach (var (band, line) in round.Rules.Bands.Zip(CutLine.Of(standing, round.Rules.Bands)))
        {
            bands.Add(new(band.Outcome, band.Places, [.. rows.Skip(at).Take(band.Places)], line));
            at += band.Places;
        }

        return new(standing, [.. bands, new(round.Rules.BelowAll, 0, [.. rows.Skip(at)], null)]);
    }

    private static IReadOnlyList<BoardRow> Rows(Standing standing, IReadOnlyDictionary<string, Contender> byCode)
    {
        var open = standing.Ties.SelectMany(t => t).ToHashSet();
        var places = standing.Places;
        return [.. places.Select((p, at) => new BoardRow(
            p,
            byCode[p.Entry],
            [.. byCode[p.Entry].FinalSheets.Where(s => s.PointsOf > 0).OrderBy(s => s.MemberId, StringComparer.Ordinal).Select(s => s.Points * 100m / s.PointsOf)],
            TieOf(Same(at - 1, at), Same(at, at + 1)),
            open.Contains(p.Entry)))];

        bool Same(int one, int other) => one >= 0 && other < places.Count && places[one].Score == places[other].Score;
    }

    private static TieRow TieOf(bool above, bool below) => (above, below) switch
    {
        (false, true) => TieRow.First,
        (true, true) => TieRow.Middle,
        (true, false) => TieRow.Last,
        _ => TieRow.None,
    };
}
