using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>
/// Step 1: plan and clip go to the Department in one act. Guards of other modules say what is missing; the deadline refuses.
/// The answer is the instant of receipt.
/// </summary>
internal sealed class SubmitEntry(AppDb db, CurrentUser user, WorkflowEngine workflows, TimeProvider time)
{
    public async Task<Outcome<DateTimeOffset>> RunAsync(Guid entryId, long version, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == entryId, ct);

        if (entry is null)
        {
            return Outcome<DateTimeOffset>.From(Outcome.NotFound);
        }

        if (entry.Version != version)
        {
            return Outcome<DateTimeOffset>.From(Outcome.ChangedMeanwhile);
        }

        var now = time.GetUtcNow();
        var outcome = await workflows.FireAsync(entry, Transitions.Submit, null, ct);

        if (outcome.Succeeded)
        {
            outcome = await db.TrySaveAsync(user, ct);
        }

        return outcome.Succeeded ? now : Outcome<DateTimeOffset>.From(outcome);
    }
}
