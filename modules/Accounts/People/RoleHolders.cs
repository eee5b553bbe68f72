using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>People whose account is open, by role.</summary>
internal sealed class RoleHolders(AppDb db) : IRoleHolders
{
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken ct)
        => await (from held in db.Set<AccountRole>().AsNoTracking()
                  join account in db.Set<Account>().IgnoreAutoIncludes() on held.AccountId equals account.Id
                  where account.ClosedAt == null && (account.IsDemo || account.PasswordHash != null)
                  group held by held.Role into holders
                  select new { holders.Key, Count = holders.Select(h => h.AccountId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
