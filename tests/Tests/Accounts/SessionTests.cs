using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Sessions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly Device Phone = new("Chrome · Android", "192.0.2.7");
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Session_IsOpen_UntilItIsEndedIdleOrTheAccountHasANewStamp()
    {
        var wipa = await _people.AsAsync(_people.Wipa);
        var ended = await StartAsync(_people.Wipa);
        var left = await StartAsync(_people.Wipa);
        Assert.Equal(2, await OpenAsync(_people.Wipa));

        Assert.True((await _people.Given.AsAsync<EndSession, Outcome>(wipa, e => e.RunAsync(ended, Ct))).Succeeded);
        Assert.Equal(1, await OpenAsync(_people.Wipa));

        _people.Given.Time.Advance(AccountSession.Idle);
        Assert.Equal(0, await OpenAsync(_people.Wipa));

        await SeenAsync(left);
        Assert.Equal(1, await OpenAsync(_people.Wipa));
        Assert.True((await _people.Given.AsAsync<EndSessions, Outcome>(wipa, e => e.RunAsync(_people.Wipa, Ct))).Succeeded);
        Assert.Equal(0, await OpenAsync(_people.Wipa));
    }

    [Fact]
    public async Task SessionOfAnother_IsEndedByWhoManagesHer_AndIsNotThereForAnybodyElse()
    {
        var somsri = await _people.OpenAsync("somsri", "นางสมศรี", new RoleHolding(Roles.ProvinceOfficer, Area.Province("40")));
        var session = await StartAsync(_people.Wipa);
        var (before, stranger) = (await _people.StateAsync(), await _people.AsAsync(somsri));

        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<EndSession, Outcome>(stranger, e => e.RunAsync(session, Ct)));
        Assert.Equal((before, 1), (await _people.StateAsync(), await OpenAsync(_people.Wipa)));

        Assert.True((await _people.Given.AsAsync<EndSession, Outcome>(_people.Admin, e => e.RunAsync(session, Ct))).Succeeded);
        Assert.Equal(0, await OpenAsync(_people.Wipa));
    }

    [Fact]
    public async Task SecondSignInOnADevice_TakesThePlaceOfTheFirst()
    {
        var first = await StartAsync(_people.Wipa);
        await StartAsync(_people.Wipa, instead: first);
        Assert.Equal(1, await OpenAsync(_people.Wipa));

        // The id of somebody else's sign-in in a cookie ends nothing.
        await StartAsync(_people.Malee, instead: first);
        Assert.Equal((1, 1), (await OpenAsync(_people.Wipa), await OpenAsync(_people.Malee)));
    }

    [Fact]
    public async Task NetworkAddress_StandsInNoAuditRow()
    {
        await StartAsync(_people.Wipa);
        Assert.DoesNotContain(await _people.Given.AuditAsync(), r => r.Data.Contains(Phone.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Acting_NeedsAReason_AndIsRefusedForWhomMarksOrSignaturesArePersonal()
    {
        var session = await StartAsync(_people.Malee);
        var chair = await _people.OpenAsync("chair", "ประธาน", new RoleHolding(Roles.Chair, Area.Nation));
        var head = await _people.OpenAsync("head", "หัวหน้า", new(Roles.ProvinceHead, Area.Province("43")), new(Roles.ProvinceOfficer, Area.Province("43")));
        var before = await _people.StateAsync();

        Assert.Equal("accounts.acting-personal", (await ActAsync(session, chair, "ช่วย")).Problems.Single().Code);
        Assert.Equal("accounts.acting-personal", (await ActAsync(session, head, "ช่วย")).Problems.Single().Code);
        Assert.Equal("accounts.acting-personal", (await ActAsync(session, _people.Malee, "ช่วย")).Problems.Single().Code);
        Assert.Equal(("accounts.acting-reason-missing", "ActingReason"), Only(await ActAsync(session, _people.Wipa, " ")));
        Assert.Equal(("accounts.acting-reason-long", "ActingReason"), Only(await ActAsync(session, _people.Wipa, new('ก', 501))));
        Assert.Equal(Outcome.NotFound, await ActAsync(Guid.CreateVersion7(), _people.Wipa, "ช่วย"));
        Assert.Equal(Outcome.NotFound, await ActAsync(await StartAsync(_people.Wipa), _people.Wipa, "ช่วย"));
        var wipa = await _people.AsAsync(_people.Wipa);
        Assert.Equal(Outcome.NotFound, await _people.Given.AsAsync<ActFor, Outcome>(wipa, a => a.RunAsync(session, head, "ช่วย", Ct)));

        Assert.Null((await SessionAsync(session)).ActsFor);
        Assert.Equal(before.Split('\n')[..^1], (await _people.StateAsync()).Split('\n')[..^1]);
    }

    [Fact]
    public async Task Acting_EndsAfterAnHourByItself()
    {
        var session = await StartAsync(_people.Malee);
        Assert.True((await ActAsync(session, _people.Wipa, "กลุ่มขอให้ช่วยกรอกแผน")).Succeeded);
        Assert.Equal(_people.Wipa, (await SessionAsync(session)).ActsForAt(_people.Given.Time.GetUtcNow()));

        _people.Given.Time.Advance(AccountSession.ActingTurn);
        Assert.Null((await SessionAsync(session)).ActsForAt(_people.Given.Time.GetUtcNow()));
    }

    [Fact]
    public async Task WhatIsDoneInAnothersName_NamesBothInTheAudit()
    {
        var acting = (await _people.AsAsync(_people.Wipa)) with { ActorId = _people.Malee.ToString(), ActorName = "นางมาลี" };
        Assert.True((await _people.Given.AsAsync<EndSession, Outcome>(_people.Admin, async e => await e.RunAsync(await StartAsync(_people.Malee), Ct))).Succeeded);
        await _people.Given.InDbAsync(async db =>
        {
            (await db.Set<Account>().SingleAsync(a => a.Id == _people.Wipa, Ct)).Reach("wipa@new.example");
            await db.SaveAsync(acting, Ct);
            return 0;
        });

        var row = (await _people.Given.AuditAsync())[^1];
        Assert.Equal((_people.Malee.ToString(), _people.Wipa.ToString()), (row.ActorId, row.OnBehalfOf));
        Assert.Null(await AuditChain.VerifyAsync((await _people.Given.AuditAsync()).ToAsyncEnumerable(), Ct));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SM-A146P) AppleWebKit/537.36 Version/4.0 Chrome/116 Mobile Safari/537.36 Line/14.1.0/IAB", "LINE · Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130 Safari/537.36 Edg/130.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("curl/8", "")]
    [InlineData(null, "")]
    public void UserAgent_IsSaidInAFewWords(string? userAgent, string words) => Assert.Equal(words, UserAgents.InWords(userAgent));

    private static (string Code, string? Field) Only(Outcome outcome) => (outcome.Problems.Single().Code, outcome.Problems.Single().Field);

    private async Task<Guid> StartAsync(Guid id, Guid? instead = null) => await _people.Given.AsAsync<StartSession, Guid>(
        CurrentUser.Nobody, async s => (await s.RunAsync(await _people.AccountAsync(id), hasSecondFactor: true, Phone, instead, Ct)).Id);

    private Task<Outcome> ActAsync(Guid session, Guid whom, string reason) => _people.Given.AsAsync<ActFor, Outcome>(_people.Admin, a => a.RunAsync(session, whom, reason, Ct));

    private Task<AccountSession> SessionAsync(Guid id) => _people.Given.InDbAsync(db => db.Set<AccountSession>().AsNoTracking().SingleAsync(s => s.Id == id, Ct));

    private Task<int> OpenAsync(Guid id) => _people.Given.InDbAsync(db => db.OpenSessions(id, _people.Given.Time.GetUtcNow()).CountAsync(Ct));

    private async Task SeenAsync(Guid session) => await _people.Given.InDbAsync(async db =>
    {
        var sightings = new Sightings();
        sightings.Saw(session, _people.Given.Time.GetUtcNow());
        await new WriteSightings(db, sightings).RunAsync(new JobProgress(), Ct);
        return 0;
    });
}
