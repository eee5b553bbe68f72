using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Overviews;

/// <summary>The next step of purchases, for whoever takes it: one task per entry and step.</summary>
internal sealed class PurchaseTasks(AppDb db) : ITaskSource
{
    private static readonly IReadOnlyList<(PurchaseState From, PurchaseStep Step, Permission Permission)> Waiting =
    [
        (PurchaseState.Planned, PurchaseStep.Order, Permissions.OrderGoods),
        (PurchaseState.Ordered, PurchaseStep.Inspect, Permissions.InspectGoods),
        (PurchaseState.Inspected, PurchaseStep.HandOver, Permissions.HandOverGoods),
        (PurchaseState.HandedOver, PurchaseStep.Pay, Permissions.PayVendors),
    ];

    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        TaskGathering tasks = new(query);
        Dictionary<Guid, DateTimeOffset> due = [];

        foreach (var (from, step, permission) in Waiting.Where(w => user.May(w.Permission)))
        {
            var waiting = db.Set<Purchase>().ActedOnBy(user, permission)
                .AskedFor(query, p => p.Budget.CycleId, p => p.AreaPath)
                .Where(p => p.State == from && p.Budget.WithdrawnAt == null && (step != PurchaseStep.Inspect || p.OrderedBy != user.Id))
                .GroupBy(p => new { p.EntryId, p.Budget.CycleId }).Select(g => new { g.Key.EntryId, g.Key.CycleId, Count = g.Count() });
            await tasks.AddAsync(new($"procurement.task-{step}", PurchaseWords.KeyOf(step), [], await waiting.CountAsync(ct)), async most =>
            {
                List<WorkTask> read = [];

                foreach (var row in await waiting.OrderBy(w => w.EntryId).Take(most).ToListAsync(ct))
                {
                    var entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == row.EntryId, ct);
                    read.Add(new(
                        $"procurement.task-{step}", [("count", row.Count)], entry.GroupNameTh, $"/my/entries/{row.EntryId}/purchases", PurchaseWords.KeyOf(step),
                        await DueAsync(row.CycleId, due, ct)));
                }

                return read;
            });
        }

        return tasks.List;
    }

    private async Task<DateTimeOffset> DueAsync(Guid cycleId, Dictionary<Guid, DateTimeOffset> known, CancellationToken ct)
        => known.TryGetValue(cycleId, out var due)
            ? due
            : known[cycleId] = (await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == cycleId).Select(c => c.Rules).SingleAsync(ct)).Due(DueDates.Procure).EndsAt;
}
