using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Which requests a person may reach: all of them, who handles privacy for the nation; a request names no province.</summary>
internal static class PrivacyAccess
{
    /// <summary>In her own name only: what she sees here is nobody's but the person's.</summary>
    public static bool MayHandlePrivacy(this CurrentUser user) => user.ActorId is null && user.May(Permissions.HandlePrivacy, Area.Nation);

    public static IQueryable<PrivacyRequest> HandledBy(this IQueryable<PrivacyRequest> requests, CurrentUser user)
        => user.MayHandlePrivacy() ? requests : requests.Where(_ => false);

    /// <summary>Those who may answer requests and may sign in.</summary>
    public static async Task<IQueryable<Account>> PrivacyHandlersAsync(this AppDb db, CancellationToken ct)
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Permissions.Contains(Permissions.Privacy) || r.Permissions.Contains(Permissions.Manage)).Select(r => r.Name).ToList();
        return db.Set<Account>().AsNoTracking().IgnoreAutoIncludes()
            .Where(a => a.ClosedAt == null && (a.IsDemo || a.PasswordHash != null) && a.Held.Any(h => roles.Contains(h.Role) && h.AreaPath == Area.Nation.Path));
    }
}
