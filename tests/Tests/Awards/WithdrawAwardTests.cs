using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Awards;

public sealed class WithdrawAwardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithdrawAward_AfterTheAllotment_ReversesBothAndTheEntryLeaves()
    {
        using var given = await GivenMoney.AllottedAsync();
        var award = (await given.AwardsAsync()).Single(a => a.EntryId == given.Entry);

        Assert.True((await WithdrawAsync(given, award, "ยุบกลุ่ม")).Succeeded);
        await given.Site.DeliverAsync();

        award = (await given.AwardsAsync()).Single(a => a.EntryId == given.Entry);
        Assert.Equal(
            [LedgerKind.Award, LedgerKind.Allotment, LedgerKind.AwardReversal, LedgerKind.AllotmentReversal], award.Ledger.OrderBy(l => l.Kind).Select(l => l.Kind));
        Assert.Equal(Money.Zero, Money.Sum(award.Ledger.Select(l => l.Amount)));
        Assert.Equal(EntryStates.Withdrawn, (await given.EntryAsync(given.Entry)).State);
        Assert.Equal(
            new AwardMoney(Money.FromBaht(50_000), 1, Money.FromBaht(50_000), 1), await given.Site.InDbAsync(db => AwardMoney.OfCycleAsync(db, given.Cycle.Id, Ct)));
        Assert.NotNull((await given.Site.InDbAsync(db => db.Set<ApprovedBudget>().SingleAsync(b => b.EntryId == given.Entry, Ct))).WithdrawnAt);
        Assert.NotNull((await given.Site.InDbAsync(db => db.Set<BpmRecord>().SingleAsync(b => b.EntryId == given.Entry, Ct))).WithdrawnAt);
    }

    [Fact]
    public async Task WithdrawAward_WithoutAReason_IsRefusedAndBooksNothing()
    {
        using var given = await GivenMoney.AnnouncedAsync();
        var award = (await given.AwardsAsync())[0];

        Assert.Equal("workflow.reason-missing", (await WithdrawAsync(given, award, " ")).Problems[0].Code);
        Assert.Single((await given.AwardsAsync())[0].Ledger);
        Assert.Equal(EntryStates.Tiered, (await given.EntryAsync(award.EntryId)).State);
    }

    [Fact]
    public async Task AnEntryThatLeavesByItsOwnRoad_TakesItsAwardWithItOnce()
    {
        using var given = await GivenMoney.AllottedAsync();

        Assert.True((await given.LeaveAsync(given.Other)).Succeeded);
        await given.Site.DeliverAsync();
        await given.Site.DeliverAsync();

        var award = (await given.AwardsAsync()).Single(a => a.EntryId == given.Other);
        Assert.Equal("ยุบกลุ่ม", award.WithdrawalReason);
        Assert.Equal(4, award.Ledger.Count);
    }

    [Fact]
    public async Task TheLedger_ChangedOrErasedByHand_IsKeptByTheDatabase()
    {
        using var given = await GivenMoney.AnnouncedAsync();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => given.Site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("update ledger_entries set amount_satang = 1", Ct)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => given.Site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("delete from ledger_entries", Ct)));
        Assert.Equal(Money.FromBaht(140_000), (await given.Site.InDbAsync(db => AwardMoney.OfCycleAsync(db, given.Cycle.Id, Ct))).Awarded);
    }

    private static Task<Outcome> WithdrawAsync(GivenMoney given, Award award, string reason)
        => given.Site.AsAsync<WithdrawAward, Outcome>(given.Malee, o => o.RunAsync(new(award.Id, award.Version, reason), Ct));
}
