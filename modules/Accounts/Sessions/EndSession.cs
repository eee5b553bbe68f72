using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>Ends one sign-in: one's own, or that of somebody whom one manages. Ending it twice changes nothing.</summary>
internal sealed class EndSession(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } session
            || !(user.IsThe(session.AccountId) || await db.ManageableBy(user).AnyAsync(a => a.Id == session.AccountId, ct)))
        {
            return Outcome.NotFound;
        }

        session.End(time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }
}
