using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Security;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>Sets a password by a link. Unknown, used and expired links are the same: there is none.</summary>
internal sealed class UseLink(AppDb db, IPasswordHasher<Account> hasher, TimeProvider time)
{
    public sealed record Input(string Token, string? Password, string? Again);

    /// <summary>Whose link it is; null for a link that opens nothing.</summary>
    public async Task<Account?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (AccountLink.HashOf(token), time.GetUtcNow());
        return await db.Set<Account>()
            .SingleOrDefaultAsync(a => a.ClosedAt == null && db.Set<AccountLink>().Any(l => l.AccountId == a.Id && l.TokenHash == hash && l.ExpiresAt > now), ct);
    }

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (await FindAsync(input.Token, ct) is not { } account)
        {
            return Outcome.NotFound;
        }

        if (PasswordRules.Check(account.UserName, input.Password, nameof(input.Password)) is { } weak)
        {
            return Outcome.Refused(weak);
        }

        if (input.Password != input.Again)
        {
            return Outcome.Refused("accounts.passwords-differ", nameof(input.Again));
        }

        account.SetPassword(hasher.HashPassword(account, input.Password!));
        db.RemoveRange(await db.Set<AccountLink>().Where(l => l.AccountId == account.Id).ToListAsync(ct));

        // She has shown the link that only she was given.
        return await db.TrySaveAsync(new(account.Id.ToString(), account.DisplayName), ct);
    }
}
