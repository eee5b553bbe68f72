using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>A person's account, and what she has asked for about her data.</summary>
internal sealed class AccountPersonalData(AppDb db, CurrentUser user, HoldingText holdings, ForgetAccounts forget) : IPersonalData
{
    private const int Most = 20;

    public async Task<IReadOnlyList<PersonalDatum>> OfAsync(DataSubject person, CancellationToken ct)
    {
        List<PersonalDatum> data = [];

        foreach (var account in await Accounts(person).AsNoTracking().Take(Most).ToListAsync(ct))
        {
            var url = $"/admin/people/{account.Id}";
            data.AddRange(
            [
                new("accounts.user-name", account.UserName, url, null), new("accounts.name", account.DisplayName, url, null),
                new("accounts.roles-and-areas", await holdings.WriteAsync(account.Roles, ct), url, null),
            ]);
            data.AddRange(account.Email is { } email ? [new("accounts.email", email, url, null)] : []);
        }

        var ids = data.Count == 0 ? [] : await Accounts(person).Select(a => a.Id).ToListAsync(ct);
        var signIns = await db.Set<AccountSession>().AsNoTracking().Where(s => ids.Contains(s.AccountId)).OrderByDescending(s => s.StartedAt).Take(Most).ToListAsync(ct);
        data.AddRange(signIns.Select(s => new PersonalDatum("accounts.privacy-sign-in", $"{s.Browser} {s.Address}", null, s.StartedAt)));
        data.AddRange((await Requests(person).AsNoTracking().OrderByDescending(r => r.ReceivedAt).Take(Most).ToListAsync(ct))
            .Select(r => new PersonalDatum("accounts.privacy-request-of", $"{r.Number} · {r.Name} · {r.Contact}", $"/admin/privacy/{r.Id}", r.ReceivedAt, "accounts.privacy-kept-request")));
        return data;
    }

    public async Task<Problem?> WhyNotAsync(DataSubject person, CancellationToken ct)
    {
        foreach (var account in await Accounts(person).ToListAsync(ct))
        {
            if (account.IsDemo)
            {
                return new("accounts.privacy-demo");
            }

            if (user.IsThe(account.Id))
            {
                return new("accounts.privacy-not-oneself");
            }

            if (await db.IsLastAdministratorAsync(account, ct))
            {
                return new("accounts.last-administrator");
            }
        }

        return null;
    }

    /// <summary>The account is shut and nameless; its id stays where she acted. Requests are the record of what was asked and decided.</summary>
    public async Task<int> EraseAsync(DataSubject person, CancellationToken ct)
    {
        // An account is a person only by its id or her address: many are called the same.
        var accounts = await Accounts(person with { Name = null }).ToListAsync(ct);

        await forget.RunAsync(accounts, ct);
        return accounts.Count;
    }

    private IQueryable<Account> Accounts(DataSubject person)
    {
        var id = Guid.TryParse(person.UserId, out var known) ? known : Guid.Empty;
        var email = person.Email is { Length: > 0 } typed ? Account.Normal(typed) : null;
        return db.Set<Account>().Where(a => a.Id == id || (email != null && a.NormalizedEmail == email) || (person.Name != null && a.DisplayName == person.Name));
    }

    private IQueryable<PrivacyRequest> Requests(DataSubject person)
        => db.Set<PrivacyRequest>().Where(r => r.Name == person.Name || r.Contact == person.Email || r.Contact == person.Phone);
}
