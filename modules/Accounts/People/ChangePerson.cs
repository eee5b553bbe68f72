using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Changes a person's name, address and roles. The roles work at her next request.</summary>
internal sealed class ChangePerson(AppDb db, CurrentUser user, ReadHoldings holdings)
{
    public sealed record Input(Guid Id, long Version, string? DisplayName, string? Email, IReadOnlyList<TypedHolding> Roles);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var outcome = Outcome.Done;

        // In the write turn, so that two administrators cannot take each other's role in one instant.
        await db.TransactionAsync(async () => outcome = await ChangeAsync(input, ct), ct);
        return outcome;
    }

    private async Task<Outcome> ChangeAsync(Input input, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, input.Id, input.Version, ct);

        if (!found.Succeeded)
        {
            return found;
        }

        var account = found.Value;
        var (roles, problems) = await holdings.ReadAsync(input.Roles, account.Roles, ct);
        problems.AddRange(PersonRules.Check(input.DisplayName, input.Email));

        if (!roles.Contains(AccountsAccess.OfTheNation) && await db.IsLastAdministratorAsync(account, ct))
        {
            problems.Add(new("accounts.last-administrator"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        account.Describe(input.DisplayName!.Trim(), roles);
        account.Reach(PersonRules.Plain(input.Email));
        await db.SaveAsync(user, ct);
        return Outcome.Done;
    }
}
