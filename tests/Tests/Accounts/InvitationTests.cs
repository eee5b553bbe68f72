using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CommunityBusinessNetwork.Tests.Accounts;

public sealed partial class InvitationTests : IAsyncLifetime
{
    private static readonly TypedHolding Officer = new(Roles.ProvinceOfficer, AreaLevel.Province, "40", null);
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Invite_ByTheAdministrator_OpensAnAccountThatWaitsForItsPassword()
    {
        var invited = (await InviteAsync("somsri")).Value;

        var account = await _people.AccountAsync(invited.AccountId);
        Assert.Equal(AccountState.Invited, account.StateAt(_people.Given.Time.GetUtcNow()));
        Assert.Equal([new RoleHolding(Roles.ProvinceOfficer, Area.Province("40"))], account.Roles);
        Assert.Equal(_people.Admin.Id, (await _people.Given.AuditAsync()).Last(r => r.Event == nameof(AccountOpened)).ActorId);
    }

    [Fact]
    public async Task Invite_KeepsOfItsTokenOnlyTheHash_AndNoAddressInTheAudit()
    {
        var invited = (await InviteAsync("somsri")).Value;
        await _people.Given.DeliverAsync();
        var mailed = TokenOf(_people.Given.Letters().Single());

        var rows = await _people.Given.AuditAsync();
        var links = await _people.Given.InDbAsync(db => db.Set<AccountLink>().AsNoTracking().ToListAsync(Ct));
        Assert.All(rows, r => Assert.DoesNotContain("somsri@example", r.Data, StringComparison.Ordinal));
        Assert.All(rows, r => Assert.DoesNotContain("นางสมศรี", r.Data, StringComparison.Ordinal));
        Assert.Equal([AccountLink.HashOf(invited.Token), AccountLink.HashOf(mailed)], links.OrderBy(l => l.MailedFor is not null).Select(l => l.TokenHash));
        Assert.All(rows, r => Assert.DoesNotContain(mailed, r.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invite_WithAnAddress_IsMailedAfterTheCommitInBothLanguages()
    {
        await InviteAsync("somsri");
        Assert.Empty(_people.Given.Letters());

        await _people.Given.DeliverAsync();

        using var letter = await MimeMessage.LoadAsync(_people.Given.Letters().Single(), Ct);
        Assert.Equal("somsri@example.go.th", letter.To.Mailboxes.Single().Address);
        Assert.Contains("คำเชิญ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("somsri", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://cbn.example/account/invitation/", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://cbn.example/en/account/invitation/", letter.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("handed over")]
    [InlineData("mailed")]
    public async Task Link_UsedOnce_SetsThePasswordAndEndsEveryOtherLink(string which)
    {
        var invited = (await InviteAsync("somsri")).Value;
        await _people.Given.DeliverAsync();
        var mailed = TokenOf(_people.Given.Letters().Single());

        Assert.True((await UseAsync(which == "mailed" ? mailed : invited.Token)).Succeeded);

        var account = await _people.AccountAsync(invited.AccountId);
        Assert.Equal(AccountState.Active, account.StateAt(_people.Given.Time.GetUtcNow()));
        Assert.Equal(Outcome.NotFound, await UseAsync(invited.Token));
        Assert.Equal(Outcome.NotFound, await UseAsync(mailed));
        Assert.Equal(invited.AccountId.ToString(), (await _people.Given.AuditAsync()).Last(r => r.Event == nameof(PasswordSet)).ActorId);
    }

    [Fact]
    public async Task Link_AfterSevenDays_OpensNothing()
    {
        var invited = (await InviteAsync("somsri")).Value;
        _people.Given.Time.Advance(AccountLink.InvitationLife - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(invited.Token));

        _people.Given.Time.Advance(TimeSpan.FromSeconds(1));
        var before = await _people.StateAsync();

        Assert.Null(await FindAsync(invited.Token));
        Assert.Equal(Outcome.NotFound, await UseAsync(invited.Token));
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task NewInvitation_EndsTheOneBefore()
    {
        var first = (await InviteAsync("somsri")).Value;
        var account = await _people.AccountAsync(first.AccountId);

        var second = (await _people.Given.AsAsync<SendInvitation, Outcome<Invited>>(_people.Admin, s => s.RunAsync(account.Id, account.Version, GivenPeople.Site, Ct))).Value;

        Assert.Equal(Outcome.NotFound, await UseAsync(first.Token));
        Assert.True((await UseAsync(second.Token)).Succeeded);
    }

    [Fact]
    public async Task Link_OfAClosedAccount_OpensNothing()
    {
        var invited = (await InviteAsync("somsri")).Value;
        var account = await _people.AccountAsync(invited.AccountId);
        Assert.True((await _people.Given.AsAsync<CloseAccount, Outcome>(_people.Admin, c => c.RunAsync(account.Id, account.Version, "ย้ายงาน", Ct))).Succeeded);

        Assert.Equal(Outcome.NotFound, await UseAsync(invited.Token));
    }

    [Theory]
    [InlineData("short", "short", "accounts.password-weak")]
    [InlineData("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "accounts.password-weak")]
    [InlineData("Password2563!!", "Password2563!!", "accounts.password-common")]
    [InlineData("Somsri-2563-01", "Somsri-2563-01", "accounts.password-is-name")]
    [InlineData("ม้าลายสี่ตัวข้ามโขง", "ม้าลายห้าตัว", "accounts.passwords-differ")]
    [InlineData(null, null, "forms.required")]
    public async Task Link_WithAPasswordThatWillNotDo_IsRefusedAndStaysGood(string? password, string? again, string code)
    {
        var invited = (await InviteAsync("somsri")).Value;
        var before = await _people.StateAsync();

        Assert.Equal(code, (await UseAsync(invited.Token, password, again)).Problems.Single().Code);
        Assert.Equal(before, await _people.StateAsync());
        Assert.True((await UseAsync(invited.Token)).Succeeded);
    }

    [Fact]
    public async Task Invite_WithEverythingWrong_NamesEachField_AndChangesNothing()
    {
        var before = await _people.StateAsync();

        var outcome = await InviteWithAsync(new(
            "a b",
            " ",
            "nowhere",
            [
                new(Roles.ProvinceOfficer, AreaLevel.Province, "", null), new(Roles.DistrictOfficer, AreaLevel.District, "43", "4001"),
                new(Roles.GroupSecretary, AreaLevel.Group, null, "SG-99-99"), new("Queen", AreaLevel.Nation, null, null), new(Roles.Auditor, AreaLevel.Region, "40", null),
            ],
            GivenPeople.Site));

        Assert.Equal(
            [
                ("Roles[0].Place", "accounts.choose-province"), ("Roles[1].Code", "accounts.district-invalid"), ("Roles[2].Code", "accounts.group-unknown"),
                ("Roles[3].Role", "accounts.role-unknown"), ("Roles[4].Place", "accounts.choose-region"), ("DisplayName", "forms.required"),
                ("Email", "accounts.email-invalid"), ("UserName", "accounts.user-name-invalid"),
            ],
            outcome.Problems.Select(p => (p.Field!, p.Code)));
        Assert.Equal(before, await _people.StateAsync());
    }

    [Theory]
    [InlineData("WIPA", "accounts.user-name-taken")]
    [InlineData("demo-queen", "accounts.user-name-invalid")]
    [InlineData("", "forms.required")]
    public async Task Invite_UnderANameThatWillNotDo_IsRefused(string userName, string code)
        => Assert.Equal(code, (await InviteAsync(userName)).Problems.Single().Code);

    [Fact]
    public async Task Invite_WithoutARole_IsRefused()
        => Assert.Equal("accounts.role-missing", (await InviteWithAsync(new("somsri", "นางสมศรี", null, [new(null, AreaLevel.Nation, null, null)], GivenPeople.Site))).Problems.Single().Code);

    [Fact]
    public async Task Invite_BySomebodyWhoMayNot_IsNotFoundAndLeavesNoTrace()
    {
        var before = await _people.StateAsync();
        var wipa = await _people.AsAsync(_people.Wipa);

        var outcome = await _people.Given.AsAsync<InvitePerson, Outcome<Invited>>(wipa, i => i.RunAsync(new("somsri", "นางสมศรี", null, [Officer], GivenPeople.Site), Ct));

        Assert.Equal(Outcome.NotFound.Problems, outcome.Problems);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task Invite_ByWhoManagesAProvince_ReachesNoFurther()
    {
        var ratchada = await _people.OpenAsync("ratchada", "นางรัชดา ขอนแก่น", new RoleHolding(Roles.Administrator, Area.Province("40")));
        var manager = await _people.AsAsync(ratchada);

        Task<Outcome<Invited>> As(string name, TypedHolding role)
            => _people.Given.AsAsync<InvitePerson, Outcome<Invited>>(manager, i => i.RunAsync(new(name, "คนใหม่", null, [role], GivenPeople.Site), Ct));

        Assert.True((await As("hers", Officer)).Succeeded);
        Assert.Equal("accounts.area-not-yours", (await As("other", Officer with { Place = "43" })).Problems.Single().Code);
        Assert.Equal("accounts.area-not-yours", (await As("all", new(Roles.Administrator, AreaLevel.Nation, null, null))).Problems.Single().Code);
    }

    [Theory]
    [InlineData("wipa")]
    [InlineData("WIPA@example.go.th")]
    public async Task Forgotten_ByNameOrAddress_IsMailedOneLinkThatSetsThePassword(string typed)
    {
        await ForgetAsync(typed);
        await ForgetAsync(typed);
        await _people.Given.DeliverAsync();
        await ForgetAsync(typed);
        await _people.Given.DeliverAsync();

        // The two wishes before the first letter are two; after it the same wish makes no more.
        var token = TokenOf(_people.Given.Letters()[^1]);
        Assert.True(_people.Given.Letters().Count <= 2);
        Assert.True((await UseAsync(token)).Succeeded);
        Assert.NotEqual(_people.Malee, (await _people.AccountAsync(_people.Wipa)).Id);
    }

    [Fact]
    public async Task Forgotten_AfterTwoHours_OpensNothing()
    {
        await ForgetAsync("wipa");
        await _people.Given.DeliverAsync();
        _people.Given.Time.Advance(AccountLink.ResetLife);

        Assert.Equal(Outcome.NotFound, await UseAsync(TokenOf(_people.Given.Letters().Single())));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Forgotten_ByNobody_ChangesNothing(string? typed)
    {
        var before = await _people.StateAsync();
        await ForgetAsync(typed);
        await _people.Given.DeliverAsync();

        Assert.Equal(before, await _people.StateAsync());
        Assert.Empty(_people.Given.Letters());
    }

    private Task<Outcome<Invited>> InviteAsync(string userName)
        => InviteWithAsync(new(userName, "นางสมศรี ขอนแก่น", userName.Length > 0 ? $"{userName}@example.go.th" : null, [Officer, new(null, AreaLevel.Nation, "40", "x")], GivenPeople.Site));

    private Task<Outcome<Invited>> InviteWithAsync(InvitePerson.Input input)
        => _people.Given.AsAsync<InvitePerson, Outcome<Invited>>(_people.Admin, i => i.RunAsync(input, Ct));

    private Task<Outcome> UseAsync(string token) => UseAsync(token, GivenPeople.Password, GivenPeople.Password);

    private Task<Outcome> UseAsync(string token, string? password, string? again)
        => _people.Given.AsAsync<UseLink, Outcome>(CurrentUser.Nobody, u => u.RunAsync(new(token, password, again), Ct));

    private Task<Account?> FindAsync(string token) => _people.Given.AsAsync<UseLink, Account?>(CurrentUser.Nobody, u => u.FindAsync(token, Ct));

    private Task ForgetAsync(string? typed)
        => _people.Given.AsAsync<AskForReset, int>(CurrentUser.System, async a =>
        {
            await a.RunAsync(typed, GivenPeople.Site, Ct);
            return 0;
        });

    private static string TokenOf(string letter)
    {
        using var message = MimeMessage.Load(letter, CancellationToken.None);
        return Link().Match(message.TextBody!).Groups[1].Value;
    }

    [GeneratedRegex("/account/(?:invitation|reset)/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
