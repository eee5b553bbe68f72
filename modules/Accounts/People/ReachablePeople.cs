using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>People with an address who have taken their invitation and are not shut out.</summary>
internal sealed class ReachablePeople(AppDb db) : IReachablePeople
{
    public async Task<IReadOnlyList<ReachablePerson>> HoldersOfAsync(IReadOnlyCollection<string> roles, Area area, CancellationToken ct)
    {
        var around = area.Outwards().ToList();
        var holders = await db.Set<Account>().IgnoreAutoIncludes().AsNoTracking()
            .Where(a => a.Email != null && a.ClosedAt == null && (a.IsDemo || a.PasswordHash != null))
            .Where(a => a.Held.Any(h => roles.Contains(h.Role) && around.Contains(h.AreaPath)))
            .OrderBy(a => a.NormalizedUserName)
            .Select(a => new { a.Id, a.DisplayName, a.Email })
            .ToListAsync(ct);
        return [.. holders.Select(a => new ReachablePerson(a.Id.ToString(), a.DisplayName, a.Email!))];
    }
}
