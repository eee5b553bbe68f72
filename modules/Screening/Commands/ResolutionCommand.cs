using System.Text;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;

namespace CommunityBusinessNetwork.Screening.Commands;

/// <summary>
/// <c>resolution verify FILE</c>: rebuilds ranking, ladder, lots and cut from the sealed record alone and says as JSON whether they agree
/// with what it states, and by which hash the text is known. It needs no database.
/// </summary>
internal static class ResolutionCommand
{
    public const string Usage = "resolution verify FILE";

    private static readonly JsonSerializerOptions Json = new(AppJson.Indented) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <returns>The exit code: 0 when the record agrees with itself, 1 when it does not or cannot be read.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (arguments is not ["verify", var file])
        {
            await error.WriteLineAsync($"Usage: {Usage}".AsMemory(), ct);
            return 1;
        }

        try
        {
            var text = (await File.ReadAllTextAsync(file, Encoding.UTF8, ct)).TrimEnd();
            var record = SealedRecord.Read(text);
            Finding finding = new(record.Write() == text, record.WrongLots(), Differences(record));
            await output.WriteLineAsync(Write(record, text, finding).AsMemory(), ct);
            return finding.Agrees ? 0 : 1;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file}: {fault.Message}".AsMemory(), ct);
            return 1;
        }
    }

    private static string Write(SealedRecord record, string text, Finding finding) => JsonSerializer.Serialize(
        new
        {
            record.Number,
            record.Edition,
            Round = record.RoundNumber,
            Sha256 = SealedRecord.HashOf(text),
            finding.IsCanonical,
            Entries = record.Entries.Count,
            Places = record.Places.Count,
            WrongLots = finding.WrongLots.Select(l => l.Order),
            finding.Differences,
            finding.Agrees,
        },
        Json);

    private static IReadOnlyList<Difference> Differences(SealedRecord record)
    {
        var rebuilt = record.Rebuild();
        var codes = record.Entries.ToDictionary(e => e.EntryId, e => e.GroupCode);
        return [.. Enumerable.Range(0, Math.Max(record.Places.Count, rebuilt.Count))
            .Select(at => new Difference(at + 1, Words(record.Places.ElementAtOrDefault(at)), Words(rebuilt.ElementAtOrDefault(at))))
            .Where(d => d.Stated != d.Rebuilt)];

        string? Words(RoundPlace? place)
            => place is null ? null : $"{codes.GetValueOrDefault(place.EntryId, place.EntryId.ToString())} rank {place.Rank} score {place.Score} {place.Outcome} by {place.SettledBy ?? "nothing"}";
    }

    /// <param name="IsCanonical">The text is written as it is sealed.</param>
    private sealed record Finding(bool IsCanonical, IReadOnlyList<SealedSettlement> WrongLots, IReadOnlyList<Difference> Differences)
    {
        public bool Agrees => IsCanonical && WrongLots.Count == 0 && Differences.Count == 0;
    }

    private sealed record Difference(int Position, string? Stated, string? Rebuilt);
}
