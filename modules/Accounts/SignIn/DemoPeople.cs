using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.SignIn;

/// <summary>The fictitious people of the demo, who enter by a button each. They exist only where the demo recipe ran.</summary>
internal sealed class DemoPeople(AppDb db, SiteSettings settings)
{
    private const int Most = 600;

    public bool Exist => settings.Get<long?>(SettingNames.DemoClockOffset, null) is not null;

    public async Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct)
        => Exist
            ? await db.Set<Account>().AsNoTracking().Where(a => a.IsDemo && a.ClosedAt == null).OrderBy(a => a.UserName).Select(a => new DemoPerson(a.Id, a.UserName, a.DisplayName, a.Roles)).Take(Most).ToListAsync(ct)
            : [];

    public async Task<Account?> FindAsync(string userName, CancellationToken ct)
        => Exist ? await db.Set<Account>().SingleOrDefaultAsync(a => a.IsDemo && a.ClosedAt == null && a.UserName == userName, ct) : null;
}

/// <summary>A person of the demo, as the sign-in page shows her.</summary>
internal sealed record DemoPerson(Guid Id, string UserName, string DisplayName, IReadOnlyList<Kernel.Access.RoleHolding> Roles);
