using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Awards;

public sealed class AnnounceResultsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnnounceResults_OfTheResolvedRound_Makes36AwardsOf2520000Exactly()
    {
        using var given = await GivenMoney.AnnouncedAsync(each: 18);

        var awards = await given.AwardsAsync();
        Assert.Equal([(18, Money.FromBaht(90_000)), (18, Money.FromBaht(50_000))], awards.GroupBy(a => a.Amount).Select(g => (g.Count(), g.Key)));
        Assert.Equal(
            new AwardMoney(Money.FromBaht(2_520_000), 36, Money.Zero, 0), await given.Site.InDbAsync(db => AwardMoney.OfCycleAsync(db, given.Cycle.Id, Ct)));
        Assert.Equal(GivenMoney.Announced, (await given.Site.InDbAsync(db => db.Set<Cycle>().SingleAsync(Ct))).AnnouncedAt);
        Assert.Single(await given.Site.AuditAsync(), r => r.Event == nameof(ResultsAnnounced) && r.ActorId == given.Malee.Id);
    }

    [Fact]
    public async Task AnnounceResults_BeforeTheRoundIsResolved_IsRefusedAndMakesNothing()
    {
        using var given = await GivenMoney.ShortlistedAsync();

        Assert.Equal("awards.not-resolved", (await given.AnnounceAsync(given.Malee)).Problems[0].Code);
        Assert.Empty(await given.AwardsAsync());
    }

    [Fact]
    public async Task AnnounceResults_ASecondTime_IsToldAndMakesNothing()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        var audit = (await given.Site.AuditAsync()).Count;

        Assert.Equal("awards.already-announced", (await given.AnnounceAsync(given.Malee)).Problems[0].Code);
        Assert.Equal(2, (await given.AwardsAsync()).Count);
        Assert.Equal(audit, (await given.Site.AuditAsync()).Count);
    }

    [Fact]
    public async Task AnnounceResults_ByAProvince_IsNotFound()
    {
        using var given = await GivenMoney.ResolvedAsync();

        Assert.Equal(Outcome.NotFound, await given.AnnounceAsync(given.Wipa));
        Assert.Empty(await given.AwardsAsync());
    }

    [Fact]
    public async Task AnnounceResults_AfterAnEntryLeft_LeavesItOut()
    {
        using var given = await GivenMoney.ResolvedAsync();
        Assert.True((await given.LeaveAsync(given.Other)).Succeeded);

        Assert.True((await given.AnnounceAsync(given.Malee)).Succeeded);

        Assert.Equal([given.Entry], (await given.AwardsAsync()).Select(a => a.EntryId));
    }
}
