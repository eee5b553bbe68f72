using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>What later modules decide moves the entries: a resolved round, the announcement, the allotment, a finished track.</summary>
internal sealed class FollowTheRounds(AppDb db, CurrentUser user, WorkflowEngine workflows, TimeProvider time) : IEventConsumer
{
    private const string Shortlisted = "shortlisted";
    private const string NotShortlisted = "not-shortlisted";

    public IReadOnlyCollection<string> Handles { get; } =
        ["RoundResolved", "ResultsAnnounced", "AwardsAllotted", "PurchasesDone", "BpmConfirmed", "ReportAccepted"];

    public Task HandleAsync(OutboxRow row, CancellationToken ct) => row.Event switch
    {
        "RoundResolved" => PlaceAsync(AppJson.Read<Resolved>(row.Data), ct),
        "ResultsAnnounced" => AnnounceAsync(AppJson.Read<Announced>(row.Data), ct),
        "AwardsAllotted" => AllotAsync(AppJson.Read<Allotted>(row.Data), ct),
        "PurchasesDone" => FinishAsync(AppJson.Read<Done>(row.Data).EntryId, FundingTrack.Purchases, ct),
        "BpmConfirmed" => FinishAsync(AppJson.Read<Done>(row.Data).EntryId, FundingTrack.Bpm, ct),
        _ => FinishAsync(AppJson.Read<Done>(row.Data).EntryId, FundingTrack.Report, ct),
    };

    private async Task PlaceAsync(Resolved round, CancellationToken ct)
    {
        var places = round.Places.ToDictionary(p => p.EntryId);
        var entries = await db.Set<Entry>().Where(e => e.CycleId == round.CycleId).ToListAsync(ct);

        foreach (var entry in entries.Where(e => places.ContainsKey(e.Id)))
        {
            var place = places[entry.Id];
            var (transition, from, tier) = place.Outcome switch
            {
                Shortlisted => (Transitions.Shortlist, EntryStates.Submitted, null),
                NotShortlisted => (Transitions.TurnDown, EntryStates.Submitted, null),
                var code => (Transitions.Tier, EntryStates.Shortlisted, code),
            };

            if (entry.State == from)
            {
                await MoveAsync(entry, transition, ct);
                entry.Place(place.Rank, place.Score, tier);
            }
        }

        await db.SaveAsync(user, ct);
    }

    private async Task AnnounceAsync(Announced announced, CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().SingleAsync(c => c.Id == announced.CycleId, ct);

        if (cycle.AnnouncedAt is null)
        {
            cycle.Announce(time.GetUtcNow());
            await db.SaveAsync(user, ct);
        }
    }

    private async Task AllotAsync(Allotted allotted, CancellationToken ct)
    {
        var number = await workflows.NewestAsync(Workflows.Funding, ct);

        foreach (var entry in await db.Set<Entry>().Where(e => allotted.EntryIds.Contains(e.Id) && e.State == EntryStates.Tiered).ToListAsync(ct))
        {
            await MoveAsync(entry, Transitions.Allot, ct);
            entry.BeginFunding(number);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task FinishAsync(Guid entryId, FundingTrack track, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().SingleAsync(e => e.Id == entryId, ct);

        if (!entry.Finish(track, time.GetUtcNow()))
        {
            return;
        }

        if (entry is { TracksDone: 3, State: EntryStates.Allotted })
        {
            await MoveAsync(entry, Transitions.Close, ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task MoveAsync(Entry entry, string transition, CancellationToken ct)
    {
        var outcome = await workflows.FireAsync(entry, transition, null, ct);

        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"Entry {entry.GroupCode} could not take '{transition}' from '{entry.State}': {outcome.Problems[0].Code}");
        }
    }

    // The shapes of events of modules that stand on this one: only what is needed here.
    private sealed record Resolved(Guid CycleId, IReadOnlyList<ResolvedPlace> Places);

    private sealed record ResolvedPlace(Guid EntryId, int Rank, string Score, string Outcome);

    private sealed record Announced(Guid CycleId);

    private sealed record Allotted(IReadOnlyList<Guid> EntryIds);

    private sealed record Done(Guid EntryId);
}
