using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Accounts.SignIn;

/// <summary>Checks what a person gives to sign in. Its refusals never say whether the name exists.</summary>
internal sealed class SignInPerson(UserManager<Account> people)
{
    private const int Digits = 6;

    private static readonly Outcome<Account> Wrong = Outcome<Account>.From(Outcome.Refused("accounts.sign-in-wrong"));

    // Spends the time of a password check where there is no account, so that the clock tells no names.
    private static readonly string NobodysHash = new PasswordHasher<string>().HashPassword("", "nobody");

    public async Task<Outcome<Account>> ByPasswordAsync(string? userName, string? password)
    {
        var account = await people.FindByNameAsync(userName?.Trim() ?? "");

        if (account is not { PasswordHash: not null, ClosedAt: null } || await people.IsLockedOutAsync(account))
        {
            new PasswordHasher<string>().VerifyHashedPassword("", NobodysHash, password ?? "");
            return Wrong;
        }

        if (!await people.CheckPasswordAsync(account, password ?? ""))
        {
            await people.AccessFailedAsync(account);
            return Wrong;
        }

        await people.ResetAccessFailedCountAsync(account);
        return account;
    }

    /// <summary>The six digits of the authenticator, or one of her recovery codes.</summary>
    public async Task<Outcome> ByCodeAsync(Account account, string? code)
    {
        if (await people.IsLockedOutAsync(account))
        {
            return Outcome.Refused("accounts.sign-in-wrong");
        }

        var ascii = Kernel.Thai.ThaiDigits.ToAscii(code ?? "").Replace(" ", "", StringComparison.Ordinal);

        if (ascii.Length > Digits && account.UseRecoveryCode(Security.RecoveryCode.HashOf(account.Id, ascii)))
        {
            return (await people.UpdateAsync(account)).Succeeded ? Outcome.Done : Outcome.ChangedMeanwhile;
        }

        if (!await people.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, ascii))
        {
            await people.AccessFailedAsync(account);
            return Outcome.Refused("accounts.code-wrong", "Code");
        }

        if (!account.TwoFactorEnabled)
        {
            await people.SetTwoFactorEnabledAsync(account, true);
        }

        await people.ResetAccessFailedCountAsync(account);
        return Outcome.Done;
    }
}
