using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Accounts;

/// <summary>A site with two accounts: Malee, the only administrator, and Wipa, an officer of Nong Khai.</summary>
internal sealed class GivenPeople : IDisposable
{
    public const string Password = "ม้าลายสี่ตัวข้ามโขง";
    public const string Site = "https://cbn.example";

    private GivenPeople()
    {
    }

    public Given Given { get; } = new();
    public Guid Malee { get; private set; }
    public Guid Wipa { get; private set; }

    /// <summary>Malee as she acts.</summary>
    public CurrentUser Admin { get; private set; } = CurrentUser.Nobody;

    public static async Task<GivenPeople> MakeAsync()
    {
        var people = new GivenPeople();
        await people.Given.InDbAsync(async db =>
        {
            await people.Given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, CancellationToken.None);
            return 0;
        });
        people.Malee = await people.OpenAsync("malee", "นางมาลี ดูแล", new RoleHolding(Roles.Administrator, Area.Nation));
        people.Wipa = await people.OpenAsync("wipa", "นางวิภา หนองคาย", new RoleHolding(Roles.ProvinceOfficer, Area.Province("43")));
        people.Admin = await people.AsAsync(people.Malee);
        return people;
    }

    public void Dispose() => Given.Dispose();

    /// <summary>An account with the password, and an address of its own.</summary>
    public async Task<Guid> OpenAsync(string userName, string name, params RoleHolding[] roles)
    {
        var account = new Account(userName, name, roles);
        account.Reach($"{userName}@example.go.th");
        account.SetPassword(new PasswordHasher<Account>().HashPassword(account, Password));
        return (await Given.StoredAsync(account)).Id;
    }

    /// <summary>A person as she acts, with the roles that she holds now.</summary>
    public async Task<CurrentUser> AsAsync(Guid id)
    {
        var account = await AccountAsync(id);
        return CurrentUser.With(id.ToString(), account.DisplayName, account.Roles, Given.Services.GetRequiredService<RoleBook>());
    }

    public Task<Account> AccountAsync(Guid id) => Given.InDbAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>Everything that is known about people and was ever recorded: the same before and after a refusal.</summary>
    public async Task<string> StateAsync() => await Given.InDbAsync(async db =>
    {
        var accounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.UserName).Select(a => $"{a.UserName} {a.DisplayName} {a.Version} {a.SecurityStamp} {a.PasswordHash}").ToListAsync();
        return $"{string.Join('\n', accounts)}\n{await db.Audit.CountAsync()}";
    });
}
