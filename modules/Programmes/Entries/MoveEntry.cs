using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>Takes an entry through a transition that needs no more than the click and perhaps a reason: handed on, returned for correction, withdrawn, disqualified.</summary>
internal sealed class MoveEntry(AppDb db, CurrentUser user, WorkflowEngine workflows)
{
    /// <exception cref="ArgumentException">The transition has an operation of its own.</exception>
    public async Task<Outcome> RunAsync(Guid entryId, string transition, string? reason, long version, CancellationToken ct)
    {
        if (!Transitions.IsByHand(transition))
        {
            throw new ArgumentException($"{transition} is not taken by hand.", nameof(transition));
        }

        var entry = await db.Set<Entry>().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == entryId, ct);

        if (entry is null)
        {
            return Outcome.NotFound;
        }

        if (entry.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = await workflows.FireAsync(entry, transition, reason, ct);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
