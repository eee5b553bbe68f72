using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts;

/// <summary>Which people a person may manage.</summary>
internal static class AccountsAccess
{
    /// <summary>Everybody for who manages the nation; else those all of whose roles lie in her areas.</summary>
    public static IQueryable<Account> ManageableBy(this AppDb db, CurrentUser user)
    {
        if (user.May(Permissions.ManagePeople, Area.Nation))
        {
            return db.Set<Account>();
        }

        var within = db.Set<AccountRole>().WithinAreas(user.AreasOf(Permissions.ManagePeople), h => h.AreaPath);
        return db.Set<Account>().Where(a => a.Held.Count > 0 && within.Count(h => h.AccountId == a.Id) == a.Held.Count);
    }

    /// <summary>The one whom an operation changes, with the version that the form has seen.</summary>
    public static async Task<Outcome<Account>> FindToManageAsync(this AppDb db, CurrentUser user, Guid id, long version, CancellationToken ct)
        => await db.ManageableBy(user).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account ? Outcome<Account>.From(Outcome.NotFound)
            : account.Version != version ? Outcome<Account>.From(Outcome.ChangedMeanwhile)
            : account;

    /// <summary>Whether this is the last one who can let people in. She can neither be closed nor lose the role.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this AppDb db, Account account, CancellationToken ct)
        => account.MaySignIn && account.Roles.Contains(OfTheNation)
            && !await db.Set<Account>().AnyAsync(
                a => a.Id != account.Id && a.ClosedAt == null && (a.IsDemo || a.PasswordHash != null)
                    && a.Held.Any(h => h.Role == Roles.Administrator && h.AreaPath == Area.Nation.Path),
                ct);

    public static readonly RoleHolding OfTheNation = new(Roles.Administrator, Area.Nation);
}
