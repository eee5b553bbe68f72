using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Takes away a lost second factor: she sets up a new one when she signs in.</summary>
internal sealed class ResetSecondFactor(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, long version, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, id, version, ct);

        if (!found.Succeeded)
        {
            return found;
        }

        found.Value.ResetSecondFactor();
        return await db.TrySaveAsync(user, ct);
    }
}
