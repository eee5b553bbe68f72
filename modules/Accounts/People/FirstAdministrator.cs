using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>The administrator whom the set-up makes; asked again, it gives the same person the new password.</summary>
internal sealed class FirstAdministrator(RegisterPerson register, UserManager<Account> people) : IFirstAdministrator
{
    public async Task<Outcome> MakeAsync(string userName, string password, CancellationToken ct)
    {
        if (await people.FindByNameAsync(userName) is not { } known)
        {
            return await register.RunAsync(new(userName, userName, password, [new(Roles.Administrator, Area.Nation)]));
        }

        foreach (var validator in people.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(people, known, password)).Succeeded)
            {
                return Outcome.Refused("accounts.password-weak", nameof(RegisterPerson.Input.Password));
            }
        }

        await people.RemovePasswordAsync(known);
        await people.AddPasswordAsync(known, password);
        return Outcome.Done;
    }
}
