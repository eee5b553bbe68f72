using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Awards;

public sealed class AllotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Allot_EverythingInTwoBatches_ComesToTheAwardsAndOpensTheFunding()
    {
        using var given = await GivenMoney.AnnouncedAsync(each: 18);
        given.Site.Time.SetUtcNow(GivenMoney.At(7, 6));
        Guid[] awards = [.. (await given.AwardsAsync()).Select(a => a.Id)];

        Assert.True((await given.AllotAsync(given.Malee, awards[..20], "มท 0407.4/1")).Succeeded);
        Assert.True((await given.AllotAsync(given.Malee, awards[20..], "มท 0407.4/2")).Succeeded);
        await given.Site.DeliverAsync();

        var allotments = await given.Site.InDbAsync(db => db.Set<Allotment>().OrderBy(a => a.Number).ToListAsync(Ct));
        Assert.Equal([Money.FromBaht((18 * 90_000) + (2 * 50_000)), Money.FromBaht(16 * 50_000)], allotments.Select(a => a.Total));
        Assert.Equal(Money.Zero, (await MoneyAsync(given)).Waiting);
        Assert.Equal(Money.FromBaht(2_520_000), (await MoneyAsync(given)).Allotted);
        Assert.Equal(36, await given.Site.InDbAsync(db => db.Set<Entry>().CountAsync(e => e.State == EntryStates.Allotted && e.Workflow == Workflows.Funding, Ct)));
        Assert.Equal(252_000_000, await given.Site.InDbAsync(db => db.Set<ApprovedBudget>().SumAsync(b => b.AwardSatang, Ct)));
    }

    [Fact]
    public async Task Allot_AnAwardASecondTime_IsRefusedAndBooksNothing()
    {
        using var given = await GivenMoney.AllottedAsync();
        var awards = await given.AwardsAsync();

        Assert.Equal("awards.already-allotted", (await given.AllotAsync(given.Malee, [awards[0].Id], "มท 0407.4/2")).Problems[0].Code);
        Assert.Equal(4, await given.Site.InDbAsync(db => db.Set<LedgerEntry>().CountAsync(Ct)));
        Assert.Equal(1, await given.Site.InDbAsync(db => db.Set<Allotment>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Allot_TwoClicksAtOnce_OneIsDone()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        given.Site.Time.SetUtcNow(GivenMoney.At(7, 6));
        Guid[] awards = [.. (await given.AwardsAsync()).Select(a => a.Id)];

        var outcomes = await Task.WhenAll(given.AllotAsync(given.Malee, awards, "มท 0407.4/1"), given.AllotAsync(given.Malee, awards, "มท 0407.4/2"));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(Money.FromBaht(140_000), (await MoneyAsync(given)).Allotted);
    }

    [Fact]
    public async Task Allot_WithWhatIsWrongOnThePaper_SaysAllOfItAndBooksNothing()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        Guid[] awards = [.. (await given.AwardsAsync()).Select(a => a.Id)];

        var tooEarly = await given.AllotAsync(given.Malee, awards, " ", new(2020, 7, 1));
        var toCome = await given.AllotAsync(given.Malee, awards, date: new(2020, 7, 3));
        var nothing = await given.AllotAsync(given.Malee, []);

        Assert.Equal(["fields.required", "awards.before-announcement"], tooEarly.Problems.Select(p => p.Code));
        Assert.Equal(["awards.date-to-come"], toCome.Problems.Select(p => p.Code));
        Assert.Equal(["awards.date-to-come"], nothing.Problems.Select(p => p.Code));
        Assert.Equal(Money.Zero, (await MoneyAsync(given)).Allotted);
    }

    [Fact]
    public async Task Allot_AfterTheDate_WantsAReasonAndIsMarked()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        given.Site.Time.SetUtcNow(GivenMoney.At(8, 3));
        Guid[] awards = [.. (await given.AwardsAsync()).Select(a => a.Id)];

        Assert.Equal("awards.late-reason-missing", (await given.AllotAsync(given.Malee, awards, date: new(2020, 8, 3))).Problems[0].Code);
        Assert.True((await given.AllotAsync(given.Malee, awards, date: new(2020, 8, 3), lateReason: "รอเงินโอน")).Succeeded);
        Assert.True((await given.Site.InDbAsync(db => db.Set<Allotment>().SingleAsync(Ct))).IsLate);
    }

    [Fact]
    public async Task Allot_ByAProvinceOrWithAForeignAward_IsNotFound()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        given.Site.Time.SetUtcNow(GivenMoney.At(7, 6));
        Guid[] awards = [.. (await given.AwardsAsync()).Select(a => a.Id)];

        Assert.Same(Outcome.NotFound.Problems, (await given.AllotAsync(given.Wipa, awards)).Problems);
        Assert.Same(Outcome.NotFound.Problems, (await given.AllotAsync(given.Malee, [.. awards, Guid.CreateVersion7()])).Problems);
        Assert.Equal(Money.Zero, (await MoneyAsync(given)).Allotted);
    }

    private static Task<AwardMoney> MoneyAsync(GivenMoney given) => given.Site.InDbAsync(db => AwardMoney.OfCycleAsync(db, given.Cycle.Id, Ct));
}
