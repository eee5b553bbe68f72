using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>A province names its group: the slot gets its entry. A slot that holds one is not given a second.</summary>
internal sealed class NominateGroup(AppDb db, CurrentUser user, WorkflowEngine workflows, TimeProvider time)
{
    public async Task<Outcome<Guid>> RunAsync(Guid slotId, string groupItemId, CancellationToken ct)
    {
        var slot = await db.Set<Slot>().NominatableBy(user).SingleOrDefaultAsync(s => s.Id == slotId, ct);
        var group = slot is null ? null : await db.Set<GroupIndex>().AsNoTracking().SingleOrDefaultAsync(g => g.ItemId == groupItemId && g.ProvinceCode == slot.ProvinceCode, ct);

        if (slot is null || group is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (slot.EntryId is not null)
        {
            return Outcome<Guid>.From(Outcome.Refused("programmes.slot-filled", "GroupItemId"));
        }

        var cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == slot.CycleId, ct);

        if (time.GetUtcNow() >= cycle.Rules.Due(DueDates.Submit).EndsAt)
        {
            return Outcome<Guid>.From(Outcome.Refused("programmes.deadline-passed", null, ("date", cycle.Rules.Due(DueDates.Submit).Date)));
        }

        var number = await workflows.NewestAsync(Workflows.Screening, ct);
        var rules = await workflows.RulesAsync(Workflows.Screening, number, ct);
        var entry = new Entry(slot.CycleId, slot.Id, group, number, rules.Initial, time.GetUtcNow());
        db.Add(entry);
        slot.Fill(entry.Id);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? entry.Id : Outcome<Guid>.From(saved);
    }
}
