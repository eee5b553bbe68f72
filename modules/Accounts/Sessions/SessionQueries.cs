using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.Sessions;

internal static class SessionQueries
{
    /// <summary>The sign-ins that still open the door.</summary>
    public static IQueryable<AccountSession> OpenSessions(this AppDb db, Guid accountId, DateTimeOffset now)
    {
        var since = now - AccountSession.Idle;
        return db.Set<AccountSession>().Where(s => s.AccountId == accountId && s.EndedAt == null && s.SeenAt > since && db.Set<Account>().Any(a => a.Id == accountId && a.ClosedAt == null && a.SecurityStamp == s.Stamp));
    }
}
