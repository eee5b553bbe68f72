using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Mail;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>
/// Mails a link to who was invited or has forgotten her password. It makes a link of its own, because no token is kept anywhere;
/// the same event again gets the same link with a new token, and the letter is written once more.
/// </summary>
internal sealed class MailLinks(AppDb db, IMailer mailer, LinkLetter letter, TimeProvider time) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles => [nameof(PersonInvited), nameof(PasswordResetAsked)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == row.SubjectId, ct);

        if (account is not { Email: not null, ClosedAt: null, IsDemo: false })
        {
            return;
        }

        var (purpose, site) = row.Event == nameof(PersonInvited)
            ? (LinkPurpose.Invitation, row.As<PersonInvited>().Site)
            : (LinkPurpose.Reset, row.As<PasswordResetAsked>().Site);
        var now = time.GetUtcNow();
        var links = await db.Set<AccountLink>().Where(l => l.AccountId == account.Id).ToListAsync(ct);
        db.RemoveRange(links.Where(l => l.ExpiresAt <= now && l.MailedFor != row.Number));
        var link = links.SingleOrDefault(l => l.MailedFor == row.Number);

        if (link is null)
        {
            link = new(account.Id, purpose, row.Number);
            db.Add(link);
        }

        var token = link.NewToken(now);
        await db.SaveAsync(CurrentUser.System, ct);
        await mailer.SendAsync(letter.To(account, purpose, site, token, link.ExpiresAt), ct);
    }
}
