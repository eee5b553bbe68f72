using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Desk.SetUps;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class SetUpSiteTests : IDisposable
{
    private readonly Given _given = new();

    public void Dispose() => _given.Dispose();

    private string Code => _given.Services.GetRequiredService<SetUpCode>().Text;

    [Fact]
    public async Task SetUp_WithTheCodeOfTheLog_MakesTheAdministratorAndCloses()
    {
        Assert.Empty((await SetUpAsync(Code)).Problems);

        var account = await _given.InDbAsync(db => db.Set<Account>().SingleAsync(a => a.UserName == "malee"));
        Assert.Equal([new RoleHolding(Roles.Administrator, Area.Nation)], account.Roles);
        Assert.Equal("เครือข่าย", _given.Services.GetRequiredService<SiteSettings>().Get(SettingNames.SiteName, ""));
        Assert.Equal(Outcome.NotFound, await SetUpAsync(Code));
    }

    [Fact]
    public async Task SetUp_WithAnotherCode_ChangesNothing()
    {
        var before = await _given.AuditAsync();

        Assert.Equal("desk.set-up-code-wrong", (await SetUpAsync("GUESSED")).Problems.Single().Code);
        Assert.Equal(before, await _given.AuditAsync());
    }

    [Fact]
    public async Task SetUp_WithAWeakPassword_StaysOpenAndCanBeDoneAgain()
    {
        Assert.Equal("accounts.password-weak", (await SetUpAsync(Code, "short")).Problems.Single().Code);
        Assert.False(_given.Services.GetRequiredService<SiteSettings>().Get(SettingNames.IsSetUp, false));

        Assert.True((await SetUpAsync(Code)).Succeeded);
    }

    private Task<Outcome> SetUpAsync(string code, string password = "ไม่มีใครเดาถูก")
        => _given.AsAsync<SetUpSite, Outcome>(CurrentUser.Nobody, s => s.RunAsync(new(code, "เครือข่าย", "malee", password, "setup"), CancellationToken.None));
}
