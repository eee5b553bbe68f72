using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Signs a person out everywhere: herself, or somebody whom one manages.</summary>
internal sealed class EndSessions(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        var people = user.IsThe(id) ? db.Set<Account>() : db.ManageableBy(user);

        if (await people.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
        {
            return Outcome.NotFound;
        }

        account.EndSessions();
        return await db.TrySaveAsync(user, ct);
    }
}
