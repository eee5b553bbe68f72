using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>What the administrator hands over: the person and the token of her link, shown once; empty where she was not invited yet.</summary>
internal sealed record Invited(Guid AccountId, string Token);

/// <summary>Opens an account without a password, with a link to set one. A consumer mails it where there is an address.</summary>
internal sealed class InvitePerson(AppDb db, CurrentUser user, ReadHoldings holdings, TimeProvider time)
{
    /// <param name="Site">The address with which links to this site begin.</param>
    public sealed record Input(string? UserName, string? DisplayName, string? Email, IReadOnlyList<TypedHolding> Roles, string Site)
    {
        /// <summary>Otherwise the account waits for somebody to send the invitation.</summary>
        public bool Invites { get; init; } = true;
    }

    public async Task<Outcome<Invited>> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.May(Permissions.ManagePeople))
        {
            return Outcome<Invited>.From(Outcome.NotFound);
        }

        var name = input.UserName?.Trim() ?? "";
        var (roles, problems) = await holdings.ReadAsync(input.Roles, [], ct);
        problems.AddRange(PersonRules.Check(input.DisplayName, input.Email));

        if (PersonRules.CheckUserName(name) is { } wrong)
        {
            problems.Add(wrong);
        }
        else if (await IsTakenAsync(name, ct))
        {
            problems.Add(new("accounts.user-name-taken", nameof(input.UserName)));
        }

        if (roles.Count == 0 && problems.Count == 0)
        {
            problems.Add(new("accounts.role-missing", "Roles[0].Role"));
        }

        return problems.Count > 0 ? Outcome<Invited>.From(Outcome.Refused(problems)) : await OpenAsync(input, name, roles, ct);
    }

    private async Task<Outcome<Invited>> OpenAsync(Input input, string name, IReadOnlyList<RoleHolding> roles, CancellationToken ct)
    {
        var account = new Account(name, input.DisplayName!.Trim(), roles);
        account.Reach(PersonRules.Plain(input.Email));
        db.Add(account);
        var token = "";

        if (input.Invites)
        {
            account.Tell(new PersonInvited(name, input.Site));
            var link = new AccountLink(account.Id, LinkPurpose.Invitation, mailedFor: null);
            token = link.NewToken(time.GetUtcNow());
            db.Add(link);
        }

        return (await db.TrySaveAsync(user, ct)).Succeeded
            ? new Invited(account.Id, token)
            : Outcome<Invited>.From(Outcome.Refused("accounts.user-name-taken", nameof(input.UserName)));
    }

    private Task<bool> IsTakenAsync(string name, CancellationToken ct)
    {
        var normal = Account.Normal(name);
        return db.Set<Account>().AnyAsync(a => a.NormalizedUserName == normal, ct);
    }
}
