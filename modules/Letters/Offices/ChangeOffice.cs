using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Offices;

/// <summary>A province says what stands on its letters from now on. Letters that are written keep what they have.</summary>
internal sealed class ChangeOffice(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid officeId, long version, OfficeFields head, CancellationToken ct)
    {
        var office = await db.Set<Office>().KeptBy(user).SingleOrDefaultAsync(o => o.Id == officeId, ct);

        if (office is null)
        {
            return Outcome.NotFound;
        }

        if (office.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = office.Change(head with { Province = office.Head.Province, ProvinceAbbr = office.Head.ProvinceAbbr });
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
