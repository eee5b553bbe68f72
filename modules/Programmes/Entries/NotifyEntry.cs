using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>
/// Step 0: the letter to the district went out, so the group counts as notified, with that letter as evidence.
/// Part of the sender's unit of work: the caller saves.
/// </summary>
public sealed class NotifyEntry(AppDb db, CurrentUser user, WorkflowEngine workflows, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid entryId, Guid letterId, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == entryId, ct);

        if (entry is null)
        {
            return Outcome.NotFound;
        }

        var outcome = await workflows.FireAsync(entry, Transitions.Notify, null, ct);

        if (outcome.Succeeded)
        {
            entry.Notify(letterId, time.GetUtcNow());
        }

        return outcome;
    }
}
