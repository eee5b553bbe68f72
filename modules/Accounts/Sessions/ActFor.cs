using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>
/// Begins to act in another person's name, in this sign-in only and for an hour: every page says so, and every audit row names both.
/// Nobody acts for those whose marks and signatures must be their own, nor for an administrator.
/// </summary>
internal sealed class ActFor(AppDb db, CurrentUser user, RoleBook book, TimeProvider time)
{
    /// <summary>The roles whose acts are personal (design §5: marks, votes, signatures), and the one that could do anything.</summary>
    public static readonly IReadOnlyList<string> Personal = [Roles.Administrator, Roles.Chair, Roles.Member, Roles.Secretary, Roles.DepartmentHead, Roles.ProvinceHead];

    private const int LongestReason = 500;

    public async Task<Outcome> RunAsync(Guid sessionId, Guid accountId, string? reason, CancellationToken ct)
    {
        if (user.ActorId is not null || !user.May(Permissions.ActForOthers)
            || await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == sessionId, ct) is not { } session || !user.IsThe(session.AccountId)
            || await db.ManageableBy(user).AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } account)
        {
            return Outcome.NotFound;
        }

        if (!MayBeActedFor(account, book) || user.IsThe(accountId))
        {
            return Outcome.Refused("accounts.acting-personal");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("accounts.acting-reason-missing", "ActingReason");
        }

        if (reason.Length > LongestReason)
        {
            return Outcome.Refused("accounts.acting-reason-long", "ActingReason", ("most", LongestReason));
        }

        session.ActFor(account, reason.Trim(), time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }

    /// <summary>Whether anybody may act for that person: not for who could give herself more rights than the one who acts has.</summary>
    public static bool MayBeActedFor(Account account, RoleBook book)
        => account.MaySignIn && account.Roles.Count > 0
            && !account.Roles.Any(r => Personal.Contains(r.Role) || book.PermissionsOf(r.Role).Contains(Permissions.Manage));
}
