using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>The submission deadline refuses: after it a plan needs a recorded extension (design §5).</summary>
internal sealed class BeforeDeadline(AppDb db, TimeProvider time) : IWorkflowGuard
{
    public string Name => "before-deadline";

    public async Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct)
    {
        var entry = (Entry)subject;
        var cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == entry.CycleId, ct);
        return time.GetUtcNow() < entry.SubmitsUntil(cycle)
            ? []
            : [new("programmes.deadline-passed", null, ("date", cycle.Rules.Due(DueDates.Submit).Date))];
    }
}

/// <summary>A file is closed when purchases, BPM and report are done (design §4).</summary>
internal sealed class TracksDone : IWorkflowGuard
{
    public string Name => "tracks-done";

    public Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<Problem>>(((Entry)subject).TracksDone == 3 ? [] : [new("programmes.tracks-open")]);
}
