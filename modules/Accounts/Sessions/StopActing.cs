using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>She acts in her own name again.</summary>
internal sealed class StopActing(AppDb db, CurrentUser user)
{
    /// <returns>For whom she acted.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid sessionId, CancellationToken ct)
    {
        if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == sessionId, ct) is not { ActsFor: { } whom } session)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        session.StopActing();
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? whom : Outcome<Guid>.From(saved);
    }
}
