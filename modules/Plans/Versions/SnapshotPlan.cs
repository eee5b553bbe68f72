using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Plans.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Versions;

/// <summary>Keeps the plan as it is, in the transaction of the submission.</summary>
internal sealed class SnapshotPlan(AppDb db, TimeProvider time) : IWorkflowEffect
{
    public string Name => "snapshot";

    public async Task RunAsync(IWorkflowSubject subject, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().Include(p => p.Lines).SingleAsync(p => p.EntryId == subject.Id, ct);
        var last = await db.Set<PlanVersion>().Where(v => v.EntryId == subject.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
        var taken = new PlanVersion(plan, last + 1, PlanContent.Of(plan), time.GetUtcNow());
        db.Add(taken);

        // The plan's own version grows with it, so a save that comes in between is told.
        plan.Submit(taken);
    }
}
