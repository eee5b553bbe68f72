using System.Security.Cryptography;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>
/// The Department opens a round with its panel. Round 1 takes in what was submitted and cuts it to the shortlist;
/// round 2 takes in the shortlist of the resolved round 1 and ranks it into the tiers of the cycle.
/// </summary>
internal sealed class OpenRound(AppDb db, CurrentUser user, TimeProvider time)
{
    private const string Shortlisted = "shortlisted";
    private const string NotShortlisted = "not-shortlisted";
    private const string WithoutTier = "without-tier";

    private static readonly string[] Gone = [EntryStates.Withdrawn, EntryStates.Disqualified];

    /// <param name="Number">1 or 2.</param>
    /// <param name="Name">As lists and the resolution show it.</param>
    /// <param name="LotSeed">A text for the lot that nobody can choose to their liking; without one it is drawn at random now.</param>
    /// <param name="Blind">Members mark without being told whose entry it is.</param>
    public sealed record Input(Guid CycleId, int Number, Guid PanelId, string? Name, string? LotSeed = null, bool Blind = false);

    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var may = user.May(Permissions.Opening, Area.Nation);
        var cycle = may ? await db.Set<Cycle>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CycleId, ct) : null;
        var panel = may ? await db.Set<Panel>().SingleOrDefaultAsync(p => p.Id == input.PanelId && p.CycleId == input.CycleId, ct) : null;

        if (cycle is null || panel is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (await WhyNotAsync(input, cycle, ct) is { } problem)
        {
            return Outcome<Guid>.From(Outcome.Refused(problem));
        }

        var entries = await EntriesAsync(input, ct);

        if (entries.Count == 0)
        {
            return Outcome<Guid>.From(Outcome.Refused("screening.no-entries"));
        }

        Round round = new(panel, input.Number, input.Name!.Trim(), Freeze(cycle.Rules, input), time.GetUtcNow());
        round.Open([.. entries.Select(e => new Contender(round.Id, e.Id, e.GroupCode, e.GroupNameTh, e.ProvinceCode))], await DeclaredBeforeAsync(input, ct));
        db.Add(round);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? round.Id : Outcome<Guid>.From(saved);
    }

    private async Task<Problem?> WhyNotAsync(Input input, Cycle cycle, CancellationToken ct)
    {
        if (input.Number is not (1 or 2))
        {
            throw new ArgumentException($"A cycle has no round {input.Number}.", nameof(input));
        }

        if (string.IsNullOrWhiteSpace(input.Name))
        {
            return new("screening.round-name-missing", "Name");
        }

        var rounds = await db.Set<Round>().AsNoTracking().Where(r => r.CycleId == input.CycleId).Select(r => new { r.Number, r.State }).ToListAsync(ct);

        if (rounds.Exists(r => r.Number == input.Number))
        {
            return new("screening.round-exists", "Number", ("number", input.Number));
        }

        return input.Number == 2
            ? rounds.Exists(r => r is { Number: 1, State: RoundState.Resolved }) ? null : new("screening.first-round-first", "Number")
            : await StillSubmittingAsync(cycle, ct);
    }

    /// <summary>Nobody who may still submit is left outside for ever.</summary>
    private async Task<Problem?> StillSubmittingAsync(Cycle cycle, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var open = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == cycle.Id && EntryStates.NotYetIn.Contains(e.State)).ToListAsync(ct);
        return open.Count(e => now < e.SubmitsUntil(cycle)) is var waiting and > 0 ? new("screening.still-submitting", null, ("waiting", waiting)) : null;
    }

    private async Task<IReadOnlyList<Entry>> EntriesAsync(Input input, CancellationToken ct)
    {
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == input.CycleId);

        if (input.Number == 1)
        {
            return await entries.Where(e => e.State == EntryStates.Submitted).OrderBy(e => e.GroupCode).ToListAsync(ct);
        }

        var first = db.Set<Round>().Where(r => r.CycleId == input.CycleId && r.Number == 1).SelectMany(r => r.Contenders).Where(c => c.Result == Shortlisted).Select(c => c.EntryId);
        return await entries.Where(e => first.Contains(e.Id) && !Gone.Contains(e.State)).OrderBy(e => e.GroupCode).ToListAsync(ct);
    }

    private async Task<IReadOnlySet<(Guid EntryId, string MemberId)>> DeclaredBeforeAsync(Input input, CancellationToken ct)
    {
        var declared = await db.Set<ScoreSheet>()
            .Where(s => s.Round.CycleId == input.CycleId && s.State == SheetState.Recused && s.SetAside != ScoreSheet.OwnProvince)
            .Select(s => new { s.Contender.EntryId, s.MemberId })
            .ToListAsync(ct);
        return declared.Select(d => (d.EntryId, d.MemberId)).ToHashSet();
    }

    private static RoundRules Freeze(CycleRules rules, Input input) => new(
        [.. rules.Rubric.Select(c => new Criterion(c.Code, c.Weight, c.NameTh, c.NameEn, [.. c.Levels.Select(l => new LevelText(l.Level, l.TextTh, l.TextEn))]))],
        rules.TieLadder,
        input.Number == 1 ? [new(Shortlisted, rules.ShortlistCount)] : [.. rules.Tiers.Select(t => new Band(t.Code, t.Places))],
        input.Number == 1 ? NotShortlisted : WithoutTier,
        string.IsNullOrWhiteSpace(input.LotSeed) ? RandomNumberGenerator.GetHexString(32, lowercase: true) : input.LotSeed.Trim(),
        RandomNumberGenerator.GetHexString(32, lowercase: true),
        input.Blind);
}
