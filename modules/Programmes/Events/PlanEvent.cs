using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Events;

/// <summary>A province officer plans the event of an entry; planned again it is changed, as long as no letter has gone out.</summary>
internal sealed class PlanEvent(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid EntryId, DateOnly Date, TimeOnly Start, TimeOnly End, string PlaceTh);

    /// <returns>The event's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().ArrangedBy(user).SingleOrDefaultAsync(e => e.Id == input.EntryId, ct);

        if (entry is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (entry.State != EntryStates.Targeted)
        {
            return Outcome<Guid>.From(Outcome.Refused("programmes.letter-is-out"));
        }

        var happening = await db.Set<GroupEvent>().SingleOrDefaultAsync(e => e.EntryId == entry.Id, ct);

        if (happening is null)
        {
            happening = new(entry);
            db.Add(happening);
        }

        var outcome = happening.Plan(input.Date, input.Start, input.End, input.PlaceTh, time.Today());
        outcome = outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
        return outcome.Succeeded ? happening.Id : Outcome<Guid>.From(outcome);
    }
}
