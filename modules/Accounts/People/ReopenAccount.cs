using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Lets a person in again, with the password and the roles that she had.</summary>
internal sealed class ReopenAccount(AppDb db, CurrentUser user)
{
    public async Task<Outcome> RunAsync(Guid id, long version, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, id, version, ct);

        if (!found.Succeeded)
        {
            return found;
        }

        var outcome = found.Value.Reopen();

        if (!outcome.Succeeded)
        {
            return outcome;
        }

        return await db.TrySaveAsync(user, ct);
    }
}
