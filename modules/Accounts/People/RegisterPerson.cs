using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Gives a person an account with a password and her roles. The set-up makes the administrator with it.</summary>
public sealed class RegisterPerson(CurrentUser user, UserManager<Account> people)
{
    public sealed record Input(string UserName, string DisplayName, string Password, IReadOnlyList<RoleHolding> Roles);

    public async Task<Outcome<string>> RunAsync(Input input)
    {
        if (!user.May(Permissions.ManagePeople))
        {
            return Outcome<string>.From(Outcome.NotFound);
        }

        var account = new Account(input.UserName.Trim(), input.DisplayName.Trim(), input.Roles);
        var result = await people.CreateAsync(account, input.Password);
        return result.Succeeded
            ? account.Id.ToString()
            : Outcome<string>.From(Outcome.Refused([.. result.Errors.Select(ProblemOf).Distinct()]));
    }

    private static Problem ProblemOf(IdentityError error) => error.Code switch
    {
        "DuplicateUserName" or "changed-meanwhile" => new("accounts.user-name-taken", nameof(Input.UserName)),
        "InvalidUserName" => new("accounts.user-name-invalid", nameof(Input.UserName)),
        _ => new("accounts.password-weak", nameof(Input.Password)),
    };
}
