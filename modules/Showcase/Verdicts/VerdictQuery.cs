using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Verdicts;

/// <summary>Reads how a cycle was decided, from the log of what the committee sealed.</summary>
internal sealed class VerdictQuery(AppDb db, PublicCycles cycles)
{
    private const string NotShortlisted = "not-shortlisted";

    public async Task<Verdict?> RunAsync(int? year, CancellationToken ct)
    {
        if (await cycles.FindAsync(year, ct) is not { } shown)
        {
            return null;
        }

        var years = await cycles.YearsAsync(ct);
        var ladder = (await db.Set<Cycle>().AsNoTracking().Announced().SingleAsync(c => c.Id == shown.Id, ct)).Rules.TieLadder;
        var rows = await db.Audit.AsNoTracking().Where(r => r.Event == nameof(RoundResolved)).OrderBy(r => r.Number).ToListAsync(ct);
        var resolved = rows.Select(r => (Event: AppJson.Read<RoundResolved>(r.Data), r.At)).Where(r => r.Event.CycleId == shown.Id).ToList();

        return new(
            shown,
            [.. resolved.Where(r => r.Event.Number == 1).TakeLast(1).SelectMany(r => r.Event.Places).Select(p => ScoreOf(p, shown)).OrderByDescending(s => s.Score)],
            ladder,
            [.. resolved.GroupBy(r => r.Event.Number).OrderBy(g => g.Key).Select(g => new SealedResolution(g.Key, g.Count(), g.Last().At, g.Last().Event.Sha256))],
            [.. years.Where(y => y != shown.Year)]);
    }

    private static PublicScore ScoreOf(RoundPlace place, PublicCycle cycle)
        => new(ValueOf(Fraction.Parse(place.Score)), place.Outcome != NotShortlisted, cycle.Groups.FirstOrDefault(g => g.EntryId == place.EntryId)?.Tier);

    private static double ValueOf(Fraction score) => score.Numerator / (double)score.Denominator;
}
