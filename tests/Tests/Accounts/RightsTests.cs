using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Accounts;

public sealed class RightsTests : IAsyncLifetime
{
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void WhatAndWhy_IsTheSameAnswerThatDecides()
    {
        RoleHolding[] roles = [new(Roles.ProvinceOfficer, Area.Province("43")), new(Roles.Auditor, Area.Nation), new(Roles.Chair, Area.Nation)];
        var book = _people.Given.Services.GetRequiredService<RoleBook>();
        var permissions = _people.Given.Services.GetServices<Permission>().ToList();
        var user = CurrentUser.With("x", "x", roles, book);

        var rights = PersonRights.Of(roles, permissions, book.PermissionsOf);

        foreach (var permission in permissions)
        {
            var told = rights.SingleOrDefault(r => r.Permission == permission)?.Grounds.Select(g => g.Area.Path).Distinct().Order() ?? Enumerable.Empty<string>().Order();
            Assert.Equal(user.AreasOf(permission).Select(a => a.Path).Order(), told);
        }
    }

    [Fact]
    public void EveryPermission_HasWordsInBothLanguages()
    {
        var book = _people.Given.Services.GetRequiredService<MessageBook>();
        var keys = _people.Given.Services.GetServices<Permission>().Select(p => p.Name.Split('.', 2)).Select(n => $"{n[0]}.permission.{n[1]}");

        Assert.Equal([], keys.SelectMany(k => MessageBook.Languages.Where(l => !book.In(l).ContainsKey(k)).Select(l => $"{l} {k}")));
    }

    [Fact]
    public async Task SetRole_WorksAtOnce()
    {
        var groups = CommunityBusinessNetwork.Groups.Permissions.ViewGroups;
        Assert.False((await OfInspectorAsync()).May(groups));

        Assert.True((await SetAsync(Roles.Inspector, [groups.Name])).Succeeded);
        await _people.Given.DeliverAsync();

        Assert.True((await OfInspectorAsync()).May(groups));
    }

    [Fact]
    public async Task SetRole_ThatTakesTheAdministratorHerRight_IsRefused()
    {
        var before = await _people.StateAsync();

        Assert.Equal("accounts.administrator-needs-manage", (await SetAsync(Roles.Administrator, ["groups.view"])).Problems.Single().Code);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task SetRole_WithAPermissionThatDoesNotExist_IsAForgery()
        => await Assert.ThrowsAsync<ArgumentException>(() => SetAsync(Roles.Inspector, ["world.rule"]));

    [Fact]
    public async Task SetRole_FromAnOldTab_IsTold()
    {
        var version = await VersionAsync(Roles.Inspector);
        Assert.True((await SetAsync(Roles.Inspector, [])).Succeeded);

        Assert.Equal(Outcome.ChangedMeanwhile, await SetAsync(Roles.Inspector, ["groups.view"], version));
    }

    [Fact]
    public async Task Roles_AreChangedByWhoManagesTheNation_AndNobodyElse()
    {
        var ratchada = CurrentUser.With("ratchada", "", [new(Roles.Administrator, Area.Province("40"))], _people.Given.Services.GetRequiredService<RoleBook>());
        var before = await _people.StateAsync();

        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<AddRole, Outcome>(ratchada, a => a.RunAsync(new("Helper", null, null), Ct)));
        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<SetRole, Outcome>(ratchada, async s => await s.RunAsync(new(Roles.Inspector, await VersionAsync(Roles.Inspector), null, []), Ct)));
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task AddRole_BeginsWithTheRightsOfAnother()
    {
        Assert.True((await AddAsync("ผู้ช่วยจังหวัด", Roles.Inspector)).Succeeded);

        var roles = await _people.Given.InDbAsync(db => db.Set<Role>().AsNoTracking().ToDictionaryAsync(r => r.Name, r => r.Permissions, Ct));
        Assert.Equal(roles[Roles.Inspector], roles["ผู้ช่วยจังหวัด"]);
    }

    [Theory]
    [InlineData("", "forms.required")]
    [InlineData("a@b", "accounts.role-name-invalid")]
    [InlineData("a/b", "accounts.role-name-invalid")]
    [InlineData("administrator", "accounts.role-taken")]
    public async Task AddRole_UnderANameThatWillNotDo_IsRefused(string name, string code)
        => Assert.Equal(code, (await AddAsync(name, null)).Problems.Single().Code);

    private Task<CurrentUser> OfInspectorAsync()
        => Task.FromResult(_people.Given.Person("inthira", Roles.Inspector, Area.Province("43")));

    private Task<Outcome> AddAsync(string name, string? like) => _people.Given.AsAsync<AddRole, Outcome>(_people.Admin, a => a.RunAsync(new(name, null, like), Ct));

    private async Task<Outcome> SetAsync(string role, string[] granted) => await SetAsync(role, granted, await VersionAsync(role));

    private Task<Outcome> SetAsync(string role, string[] granted, long version)
        => _people.Given.AsAsync<SetRole, Outcome>(_people.Admin, s => s.RunAsync(new(role, version, "", granted), Ct));

    private Task<long> VersionAsync(string role) => _people.Given.InDbAsync(db => db.Set<Role>().Where(r => r.Name == role).Select(r => r.Version).SingleAsync(Ct));
}
