using System.Globalization;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Commands;

/// <summary>
/// <c>rank SCORES.csv --quota N [--tiers 18,18] [--ladder C3,C4,C1]</c>: ranks a file of scores with the programme's
/// weights and writes order, cut lines and unsettled ties as JSON. It needs no database.
/// </summary>
internal static class RankCommand
{
    public const string Usage = "rank SCORES.csv --quota N [--tiers 18,18] [--ladder C3,C4,C1]";

    /// <summary>The programme's rubric (domain §6.2).</summary>
    internal static readonly Weights Programme2563 = new(
        new("C1", 20), new("C2", 15), new("C3", 15), new("C4", 15), new("C5", 10), new("C6", 10), new("C7", 10), new("C8", 5));

    private static readonly JsonSerializerOptions Json = new(AppJson.Indented) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = default };

    /// <returns>The exit code: 0 when the ranking stands on the output, 1 when a person has to mend something.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            var asked = Asked.Of(arguments);
            using var file = File.OpenText(asked.File);
            var standing = Ranking.Of(Programme2563, asked.Ladder, ScoreFile.Read(file, Programme2563));

            if (standing.Gaps.Count > 0)
            {
                throw new FormatException($"Nobody has an opinion: {string.Join(", ", standing.Gaps.Select(g => $"{g.Entry} {g.Criterion}"))}.");
            }

            await output.WriteLineAsync(Write(standing, CutLine.Of(standing, asked.Bands)).AsMemory(), ct);
            return 0;
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{fault.Message}\nUsage: {Usage}".AsMemory(), ct);
            return 1;
        }
    }

    private static string Write(Standing standing, IReadOnlyList<CutLine> lines) => JsonSerializer.Serialize(
        new
        {
            Order = standing.Places.Select(p => new { p.Rank, p.Entry, Score = p.Score.Exact(), Total = Number(p.Total), p.SettledBy }),
            Cuts = lines.Select(l => new { l.After, Above = Side(l.Above), Below = Side(l.Below), Open = l.IsOpen, l.CrossedBy }),
            Unsettled = standing.Ties,
        },
        Json);

    private static object? Side(Place? place)
        => place is null ? null : new { place.Rank, place.Entry, Score = place.Score.Exact(), Total = Number(place.Total) };

    /// <summary>Whole where nobody abstained, "n/d" otherwise.</summary>
    private static object Number(Fraction total) => total.Denominator == 1 ? total.Numerator : total.Exact();

    private sealed record Asked(string File, IReadOnlyList<Band> Bands, IReadOnlyList<string> Ladder)
    {
        public static Asked Of(IReadOnlyList<string> arguments)
        {
            string? file = null;
            int? quota = null;
            IReadOnlyList<int> tiers = [];
            IReadOnlyList<string> ladder = ["C3", "C4", "C1"];

            for (var i = 0; i < arguments.Count; i++)
            {
                if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                {
                    file = file is null ? arguments[i] : throw new FormatException($"'{arguments[i]}' is not understood.");
                    continue;
                }

                var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} has no value.");

                switch (arguments[i++])
                {
                    case "--quota": quota = Number(value); break;
                    case "--tiers": tiers = [.. value.Split(',').Select(Number)]; break;
                    case "--ladder": ladder = [.. value.Split(',').Select(Criterion)]; break;
                    case var other: throw new FormatException($"{other} is not understood.");
                }
            }

            return new(
                file ?? throw new FormatException("The file of scores is missing."),
                Cut(quota ?? throw new FormatException("--quota is missing."), tiers),
                ladder);
        }

        private static IReadOnlyList<Band> Cut(int quota, IReadOnlyList<int> tiers)
        {
            var rest = quota - tiers.Sum();
            Band[] bands = [.. tiers.Select((places, at) => new Band($"tier-{at + 1}", places))];
            return rest < 0 ? throw new FormatException("The tiers have more places than the quota.") : rest == 0 ? bands : [.. bands, new("quota", rest)];
        }

        private static int Number(string text)
            => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new FormatException($"'{text}' is no number of places.");

        private static string Criterion(string text)
            => Programme2563.Criteria.Contains(text) ? text : throw new FormatException($"The rubric has no criterion '{text}'.");
    }
}
