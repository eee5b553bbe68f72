using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>
/// Somebody types a user name or an address and says that the password is forgotten. Who asks is told nothing:
/// a link goes to the address that the account has, if there is an account and it has one.
/// </summary>
internal sealed class AskForReset(AppDb db, TimeProvider time)
{
    /// <summary>Within this time a second wish makes no second letter.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostAccountsOfAnAddress = 3;

    public async Task RunAsync(string? nameOrEmail, string site, CancellationToken ct)
    {
        var typed = Account.Normal(nameOrEmail?.Trim() ?? "");

        if (typed.Length == 0)
        {
            return;
        }

        var since = time.GetUtcNow() + AccountLink.ResetLife - Patience;
        var accounts = await db.Set<Account>()
            .Where(a => (a.NormalizedUserName == typed || a.NormalizedEmail == typed) && a.Email != null && a.ClosedAt == null && !a.IsDemo)
            .Where(a => !db.Set<AccountLink>().Any(l => l.AccountId == a.Id && l.Purpose == LinkPurpose.Reset && l.ExpiresAt > since))
            .OrderBy(a => a.Id).Take(MostAccountsOfAnAddress).ToListAsync(ct);

        foreach (var account in accounts)
        {
            account.Tell(new PasswordResetAsked(account.UserName, site));
        }

        if (accounts.Count > 0)
        {
            await db.TrySaveAsync(CurrentUser.System, ct);
        }
    }
}
