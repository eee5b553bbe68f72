using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Loads a request for who may handle it, changes it, saves.</summary>
internal sealed class ChangePrivacyRequest(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, long version, Func<PrivacyRequest, Outcome> change, CancellationToken ct)
    {
        if (await db.Set<PrivacyRequest>().HandledBy(user).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
        {
            return Outcome.NotFound;
        }

        if (request.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = change(request);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
