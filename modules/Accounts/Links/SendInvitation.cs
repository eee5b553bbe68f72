using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>A new link for somebody who lost hers, or her password where no mail reaches her. The links before it end.</summary>
internal sealed class SendInvitation(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome<Invited>> RunAsync(Guid id, long version, string site, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, id, version, ct);

        if (!found.Succeeded)
        {
            return Outcome<Invited>.From(found);
        }

        var account = found.Value;

        if (account.IsDemo || account.ClosedAt is not null)
        {
            return Outcome<Invited>.From(Outcome.Refused(account.IsDemo ? "accounts.demo-has-no-password" : "accounts.is-closed"));
        }

        db.RemoveRange(await db.Set<AccountLink>().Where(l => l.AccountId == id).ToListAsync(ct));
        var link = new AccountLink(id, LinkPurpose.Invitation, mailedFor: null);
        var token = link.NewToken(time.GetUtcNow());
        db.Add(link);
        account.Tell(new PersonInvited(account.UserName, site));
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? new Invited(id, token) : Outcome<Invited>.From(saved);
    }
}
