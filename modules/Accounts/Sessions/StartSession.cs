using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>Signs a person in, who has shown who she is.</summary>
internal sealed class StartSession(AppDb db, TimeProvider time)
{
    /// <param name="instead">The sign-in that this one replaces, when she showed more or set a new password; its id is worth nothing afterwards.</param>
    public async Task<AccountSession> RunAsync(Account account, bool hasSecondFactor, Device device, Guid? instead, CancellationToken ct)
    {
        var session = new AccountSession(account, device, hasSecondFactor, time.GetUtcNow());
        db.Add(session);

        if (instead is { } old && await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == old && s.AccountId == account.Id, ct) is { } replaced)
        {
            replaced.End(time.GetUtcNow());
        }

        await db.SaveAsync(new CurrentUser(account.Id.ToString(), account.DisplayName), ct);
        return session;
    }
}
