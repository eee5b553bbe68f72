using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Security;
using CommunityBusinessNetwork.Accounts.SignIn;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityBusinessNetwork.Tests.Accounts;

public sealed class PersonTests : IAsyncLifetime
{
    private static readonly TypedHolding HeadOfNongKhai = new(Roles.ProvinceHead, AreaLevel.Province, "43", null);
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Change_OfNameAddressAndRoles_IsKeptAndFoundByItsRows()
    {
        Assert.True((await ChangeAsync(_people.Wipa, "นางวิภา ใหม่", "new@example.go.th", HeadOfNongKhai, new(Roles.DistrictOfficer, AreaLevel.District, "43", "๔๓๐๒"))).Succeeded);

        var wipa = await _people.AccountAsync(_people.Wipa);
        Assert.Equal(("นางวิภา ใหม่", "new@example.go.th"), (wipa.DisplayName, wipa.Email));
        Assert.Equal([new(Roles.ProvinceHead, Area.Province("43")), new RoleHolding(Roles.DistrictOfficer, Area.District("43", "4302"))], wipa.Roles);
        Assert.Equal(wipa.Roles.Select(r => (r.Role, r.Area.Path)).Order(), wipa.Held.Select(h => (h.Role, h.AreaPath)).Order());
        Assert.Equal([nameof(AccountRenamed), nameof(AccountRolesSet), nameof(AccountEmailSet)], (await _people.Given.AuditAsync()).TakeLast(3).Select(r => r.Event));
    }

    [Fact]
    public async Task Change_FromAnOldTab_IsToldAndChangesNothing()
    {
        var old = (await _people.AccountAsync(_people.Wipa)).Version;
        Assert.True((await ChangeAsync(_people.Wipa, "นางวิภา ใหม่", null, HeadOfNongKhai)).Succeeded);
        var before = await _people.StateAsync();

        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await ChangeAsync(_people.Wipa, old, "อื่น", null, HeadOfNongKhai)).Problems);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task TheLastAdministrator_CanNeitherLoseTheRoleNorBeClosed()
    {
        var before = await _people.StateAsync();

        Assert.Equal("accounts.last-administrator", (await ChangeAsync(_people.Malee, "นางมาลี", null, HeadOfNongKhai)).Problems.Single().Code);
        Assert.Equal("accounts.last-administrator", (await CloseAsync(_people.Malee)).Problems.Single().Code);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task OneOfTwoAdministrators_MayGo_ButOneWithoutAPasswordOrClosedDoesNotCount()
    {
        await _people.Given.StoredAsync(new Account("invited", "ยังไม่มา", [AccountsAccessRole]));
        Assert.Equal("accounts.last-administrator", (await CloseAsync(_people.Malee)).Problems.Single().Code);

        var suda = await _people.OpenAsync("suda", "นางสุดา ดูแล", AccountsAccessRole);
        Assert.True((await CloseAsync(suda)).Succeeded);
        Assert.Equal("accounts.last-administrator", (await CloseAsync(_people.Malee)).Problems.Single().Code);

        await _people.OpenAsync("napa", "นางนภา ดูแล", AccountsAccessRole);
        Assert.True((await CloseAsync(_people.Malee)).Succeeded);
    }

    [Fact]
    public async Task Close_WithoutAReason_IsRefused()
        => Assert.Equal(("Reason", "forms.required"), (await CloseAsync(_people.Wipa, " ")).Problems.Select(p => (p.Field!, p.Code)).Single());

    [Fact]
    public async Task ClosedAccount_SignsInNoMore_UntilItIsOpenedAgain()
    {
        Assert.True((await SignInAsync("wipa", GivenPeople.Password)).Succeeded);
        var stamp = (await _people.AccountAsync(_people.Wipa)).SecurityStamp;

        Assert.True((await CloseAsync(_people.Wipa)).Succeeded);

        var wipa = await _people.AccountAsync(_people.Wipa);
        Assert.Equal("accounts.sign-in-wrong", (await SignInAsync("wipa", GivenPeople.Password)).Problems.Single().Code);
        Assert.NotEqual(stamp, wipa.SecurityStamp);
        Assert.Equal("ย้ายงาน", (await _people.Given.AuditAsync())[^1].Reason);

        Assert.True((await _people.Given.AsAsync<ReopenAccount, Outcome>(_people.Admin, r => r.RunAsync(wipa.Id, wipa.Version, Ct))).Succeeded);
        Assert.True((await SignInAsync("wipa", GivenPeople.Password)).Succeeded);
    }

    [Fact]
    public async Task SignIn_AnswersTheSame_WhateverIsWrong()
    {
        await _people.Given.StoredAsync(new Account("invited", "ยังไม่มา", []));
        await _people.OpenAsync("locked", "พัก");

        for (var i = 0; i < 5; i++)
        {
            await SignInAsync("locked", "ผิดผิดผิด");
        }

        await CloseAsync(_people.Wipa);

        foreach (var (name, password) in new[] { ("nobody", GivenPeople.Password), ("malee", "ผิดผิดผิด"), ("invited", ""), ("locked", GivenPeople.Password), ("wipa", GivenPeople.Password) })
        {
            Assert.Equal([new Problem("accounts.sign-in-wrong")], (await SignInAsync(name, password)).Problems);
        }
    }

    [Fact]
    public async Task LockedAccount_IsShownSo_AndUnlockedByTheAdministrator()
    {
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync("wipa", "ผิดผิดผิด");
        }

        var wipa = await _people.AccountAsync(_people.Wipa);
        Assert.Equal(AccountState.Locked, wipa.StateAt(LockClock.Now));

        Assert.True((await _people.Given.AsAsync<UnlockAccount, Outcome>(_people.Admin, u => u.RunAsync(wipa.Id, wipa.Version, Ct))).Succeeded);
        Assert.True((await SignInAsync("wipa", GivenPeople.Password)).Succeeded);
    }

    [Fact]
    public async Task SmallActs_BySomebodyWhoMayNot_AreNotFoundAndLeaveNoTrace()
    {
        var wipa = await _people.AsAsync(_people.Wipa);
        var malee = await _people.AccountAsync(_people.Malee);
        var before = await _people.StateAsync();

        Assert.Equal(Outcome.NotFound.Problems, (await _people.Given.AsAsync<CloseAccount, Outcome>(wipa, c => c.RunAsync(malee.Id, malee.Version, "แกล้ง", Ct))).Problems);
        Assert.Equal(Outcome.NotFound.Problems, (await _people.Given.AsAsync<ReopenAccount, Outcome>(wipa, c => c.RunAsync(malee.Id, malee.Version, Ct))).Problems);
        Assert.Equal(Outcome.NotFound.Problems, (await _people.Given.AsAsync<UnlockAccount, Outcome>(wipa, c => c.RunAsync(malee.Id, malee.Version, Ct))).Problems);
        Assert.Equal(Outcome.NotFound.Problems, (await _people.Given.AsAsync<ResetSecondFactor, Outcome>(wipa, c => c.RunAsync(malee.Id, malee.Version, Ct))).Problems);
        Assert.Equal(Outcome.NotFound.Problems, (await _people.Given.AsAsync<EndSessions, Outcome>(wipa, c => c.RunAsync(malee.Id, Ct))).Problems);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task ManagerOfAProvince_ReachesOnlyWhoBelongsThereAltogether()
    {
        var ratchada = await _people.AsAsync(await _people.OpenAsync("ratchada", "นางรัชดา", new RoleHolding(Roles.Administrator, Area.Province("43"))));
        var both = await _people.OpenAsync("both", "สองจังหวัด", new(Roles.Inspector, Area.Province("43")), new(Roles.Inspector, Area.Province("40")));

        Assert.True((await _people.Given.AsAsync<EndSessions, Outcome>(ratchada, e => e.RunAsync(_people.Wipa, Ct))).Succeeded);
        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<EndSessions, Outcome>(ratchada, e => e.RunAsync(both, Ct)));
        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<EndSessions, Outcome>(ratchada, e => e.RunAsync(_people.Malee, Ct)));
    }

    [Fact]
    public async Task ChangePassword_AsksTheOldOne_AndEndsOtherSignIns()
    {
        var wipa = await _people.AsAsync(_people.Wipa);
        var stamp = (await _people.AccountAsync(_people.Wipa)).SecurityStamp;
        const string Fresh = "ช้างแปดเชือกกินกล้วย";

        Assert.Equal("accounts.old-password-wrong", (await ChangePasswordAsync(wipa, "ผิดผิดผิด", Fresh, Fresh)).Problems.Single().Code);
        Assert.Equal("accounts.password-weak", (await ChangePasswordAsync(wipa, GivenPeople.Password, "สั้น", "สั้น")).Problems.Single().Code);
        Assert.Equal("accounts.passwords-differ", (await ChangePasswordAsync(wipa, GivenPeople.Password, Fresh, "อื่น")).Problems.Single().Code);
        Assert.Equal(stamp, (await _people.AccountAsync(_people.Wipa)).SecurityStamp);

        Assert.True((await ChangePasswordAsync(wipa, GivenPeople.Password, Fresh, Fresh)).Succeeded);
        Assert.NotEqual(stamp, (await _people.AccountAsync(_people.Wipa)).SecurityStamp);
        Assert.True((await SignInAsync("wipa", Fresh)).Succeeded);
    }

    [Fact]
    public async Task RecoveryCodes_WorkOnceEach_AndOnlyTheirHashesAreKept()
    {
        await _people.Given.AsAsync<UserManager<Account>, IdentityResult>(_people.Admin, async p => await p.SetTwoFactorEnabledAsync((await p.FindByIdAsync(_people.Wipa.ToString()))!, true));
        var wipa = await _people.AsAsync(_people.Wipa);
        var codes = (await _people.Given.AsAsync<MakeRecoveryCodes, Outcome<IReadOnlyList<string>>>(wipa, m => m.RunAsync(Ct))).Value;

        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        Assert.Empty(codes.Intersect((await _people.AccountAsync(_people.Wipa)).RecoveryCodes));
        Assert.True((await CodeAsync(codes[0].ToUpperInvariant())).Succeeded);
        Assert.Equal("accounts.code-wrong", (await CodeAsync(codes[0])).Problems.Single().Code);
        Assert.True((await CodeAsync(codes[1].Replace("-", "", StringComparison.Ordinal))).Succeeded);
        Assert.Equal("accounts.code-wrong", (await CodeAsync("abcd-efgh-jkmn")).Problems.Single().Code);
        Assert.Equal(RecoveryCode.Count - 2, (await _people.AccountAsync(_people.Wipa)).RecoveryCodes.Count);
    }

    [Fact]
    public async Task SecondFactor_Reset_TakesKeyAndCodesAway()
    {
        await _people.Given.AsAsync<UserManager<Account>, IdentityResult>(_people.Admin, async p => await p.SetTwoFactorEnabledAsync((await p.FindByIdAsync(_people.Wipa.ToString()))!, true));
        Assert.True((await _people.AccountAsync(_people.Wipa)).NeedsTwoFactor);
        await _people.Given.AsAsync<MakeRecoveryCodes, Outcome<IReadOnlyList<string>>>(await _people.AsAsync(_people.Wipa), m => m.RunAsync(Ct));
        var before = await _people.AccountAsync(_people.Wipa);

        Assert.True((await _people.Given.AsAsync<ResetSecondFactor, Outcome>(_people.Admin, r => r.RunAsync(before.Id, before.Version, Ct))).Succeeded);

        var wipa = await _people.AccountAsync(_people.Wipa);
        Assert.Equal((null, false, 0), (wipa.AuthenticatorKey, wipa.TwoFactorEnabled, wipa.RecoveryCodes.Count));
        Assert.NotEqual(before.SecurityStamp, wipa.SecurityStamp);
    }

    private static RoleHolding AccountsAccessRole => new(Roles.Administrator, Area.Nation);

    private async Task<Outcome> ChangeAsync(Guid id, string name, string? email, params TypedHolding[] roles)
        => await ChangeAsync(id, (await _people.AccountAsync(id)).Version, name, email, roles);

    private Task<Outcome> ChangeAsync(Guid id, long version, string name, string? email, params TypedHolding[] roles)
        => _people.Given.AsAsync<ChangePerson, Outcome>(_people.Admin, c => c.RunAsync(new(id, version, name, email, roles), Ct));

    private async Task<Outcome> CloseAsync(Guid id, string reason = "ย้ายงาน")
    {
        var version = (await _people.AccountAsync(id)).Version;
        return await _people.Given.AsAsync<CloseAccount, Outcome>(_people.Admin, c => c.RunAsync(id, version, reason, Ct));
    }

    private Task<Outcome<Account>> SignInAsync(string name, string password)
        => _people.Given.AsAsync<SignInPerson, Outcome<Account>>(CurrentUser.Nobody, s => s.ByPasswordAsync(name, password));

    private Task<Outcome> CodeAsync(string code)
        => _people.Given.AsAsync<UserManager<Account>, Outcome>(CurrentUser.Nobody, async p => await new SignInPerson(p).ByCodeAsync((await p.FindByIdAsync(_people.Wipa.ToString()))!, code));

    private Task<Outcome<Account>> ChangePasswordAsync(CurrentUser user, string old, string password, string again)
        => _people.Given.AsAsync<ChangePassword, Outcome<Account>>(user, c => c.RunAsync(new(old, password, again), Ct));
}
