using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Ends the rest after too many wrong passwords.</summary>
internal sealed class UnlockAccount(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, long version, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, id, version, ct);

        if (!found.Succeeded)
        {
            return found;
        }

        found.Value.Unlock();
        return await db.TrySaveAsync(user, ct);
    }
}
