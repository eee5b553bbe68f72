namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>A run of places with one outcome: "shortlisted" for 36, or a tier.</summary>
internal sealed record Band(string Outcome, int Places);

/// <summary>The line below the last place of a band.</summary>
/// <param name="After">How many stand above it; more than there are entries when too few were eligible.</param>
/// <param name="Above">The last above the line; null when there is no entry at all.</param>
/// <param name="Below">The first below it; null when nobody is.</param>
/// <param name="CrossedBy">The unsettled tie that runs through the line: nobody can say who is above.</param>
internal sealed record CutLine(int After, Place? Above, Place? Below, IReadOnlyList<string> CrossedBy)
{
    public bool IsOpen => CrossedBy.Count > 0;

    /// <summary>The lines of the bands, from the top.</summary>
    public static IReadOnlyList<CutLine> Of(Standing standing, IReadOnlyList<Band> bands)
    {
        List<CutLine> lines = [];
        var after = 0;

        foreach (var band in bands)
        {
            after += band.Places;
            var above = standing.Places.Take(after).LastOrDefault();
            var below = standing.Places.Skip(after).FirstOrDefault();
            var crossing = above is not null && below is not null ? standing.Ties.FirstOrDefault(t => t.Contains(above.Entry) && t.Contains(below.Entry)) : null;
            lines.Add(new(after, above, below, crossing ?? []));
        }

        return lines;
    }

    /// <summary>What the place at that position (from 0) means, or the outcome of those below the last line.</summary>
    public static string OutcomeAt(int position, IReadOnlyList<Band> bands, string belowAll)
    {
        foreach (var band in bands)
        {
            if (position < band.Places)
            {
                return band.Outcome;
            }

            position -= band.Places;
        }

        return belowAll;
    }
}
