using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Makes accounts nameless, in the caller's transaction: links and sign-ins go, and her user name wherever the audit holds it.</summary>
internal sealed class ForgetAccounts(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task RunAsync(IReadOnlyList<Account> accounts, CancellationToken ct)
    {
        Dictionary<Guid, string> names = accounts.ToDictionary(a => a.Id, a => a.UserName);
        accounts.ToList().ForEach(a => a.Forget(time.GetUtcNow()));
        await db.SaveAsync(user, ct);

        foreach (var (id, name) in names)
        {
            await db.Set<AccountLink>().Where(l => l.AccountId == id).ExecuteDeleteAsync(ct);
            await db.Set<AccountSession>().Where(s => s.AccountId == id).ExecuteDeleteAsync(ct);
            await PersonalValues.EraseAsync(db, id, [name], ct);
        }
    }
}
