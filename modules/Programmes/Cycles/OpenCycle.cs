using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Cycles;

/// <summary>Opens a cycle with one slot per province of the programme (domain §1.4 T1).</summary>
internal sealed class OpenCycle(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid cycleId, long version, CancellationToken ct)
    {
        var cycle = user.May(Permissions.RunCycle) ? await db.Set<Cycle>().SingleOrDefaultAsync(c => c.Id == cycleId, ct) : null;

        if (cycle is null)
        {
            return Outcome.NotFound;
        }

        if (cycle.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var provinces = Provinces.All.Where(p => p.InProgramme).ToList();

        if (provinces.Count != cycle.Rules.TargetCount)
        {
            return Outcome.Refused("programmes.targets-differ", null, ("targets", cycle.Rules.TargetCount), ("provinces", provinces.Count));
        }

        var outcome = cycle.Open(time.GetUtcNow());

        if (!outcome.Succeeded)
        {
            return outcome;
        }

        db.AddRange(provinces.Select(p => new Slot(cycle.Id, p.Code)));
        return await db.TrySaveAsync(user, ct);
    }
}
