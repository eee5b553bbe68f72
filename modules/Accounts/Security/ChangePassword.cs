using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Accounts.Security;

/// <summary>A person sets a new password for herself. Her other sign-ins end.</summary>
internal sealed class ChangePassword(AppDb db, CurrentUser user, UserManager<Account> people)
{
    public sealed record Input(string? Old, string? Password, string? Again);

    /// <returns>The account, which the page signs in anew.</returns>
    public async Task<Outcome<Account>> RunAsync(Input input, CancellationToken ct)
    {
        if (await people.FindByIdAsync(user.Id) is not { PasswordHash: not null } account)
        {
            return Outcome<Account>.From(Outcome.NotFound);
        }

        // Wrong ones count as at the sign-in: whoever finds a desk open must not try there for ever.
        if (await people.IsLockedOutAsync(account) || !await people.CheckPasswordAsync(account, input.Old ?? ""))
        {
            await people.AccessFailedAsync(account);
            return Refused(new("accounts.old-password-wrong", nameof(input.Old)));
        }

        if (PasswordRules.Check(account.UserName, input.Password, nameof(input.Password)) is { } weak)
        {
            return Refused(weak);
        }

        if (input.Password != input.Again)
        {
            return Refused(new("accounts.passwords-differ", nameof(input.Again)));
        }

        account.SetPassword(people.PasswordHasher.HashPassword(account, input.Password!));
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? account : Outcome<Account>.From(saved);
    }

    private static Outcome<Account> Refused(Problem problem) => Outcome<Account>.From(Outcome.Refused(problem));
}
