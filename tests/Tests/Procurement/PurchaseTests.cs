using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Tests.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Procurement;

public sealed class PurchaseTests : IAsyncLifetime
{
    private GivenMoney _given = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenMoney.AllottedAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(7, 20));
    }

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task EveryLine_FromOrderToPayment_EndsTheTrackAndReturnsTheBalance()
    {
        foreach (var line in await LinesAsync(_given.Entry))
        {
            await WholeRoadAsync(line.Id, line.Planned - Money.FromBaht(100));
        }

        var budget = await BudgetAsync(_given.Entry);
        Assert.Equal((Money.FromBaht(89_700), Money.FromBaht(89_700), Money.FromBaht(300)), (budget.Ordered, budget.Paid, budget.Balance));
        Assert.NotNull(budget.DoneAt);
        await _given.Site.DeliverAsync();
        Assert.NotNull((await _given.EntryAsync(_given.Entry)).PurchasesDoneAt);
        Assert.Null((await _given.EntryAsync(_given.Other)).PurchasesDoneAt);
        Assert.Equal(12, await _given.FilesAsync());
    }

    [Fact]
    public async Task Budget_OfTheSmallerTier_HasTheLinesOfItsCutOnly()
    {
        var money = await _given.Site.InDbAsync(db => db.MoneyOfAsync(_given.Other, Ct));

        Assert.Equal((2, Money.FromBaht(50_000)), (money!.Lines.Count, Money.Sum(money.Lines.Select(l => l.Planned))));
    }

    [Fact]
    public async Task PlaceOrder_OfAnotherProvince_IsNotFoundAndKeepsNothing()
    {
        var line = (await LinesAsync(_given.Entry))[0];

        Assert.Equal(Outcome.NotFound, await OrderAsync(_given.Udom, line.Id, line.Version, Order(line)));
        Assert.Equal(Outcome.NotFound, await OrderAsync(_given.Wipa, line.Id, line.Version, Order(line)));
        await NothingHappenedAsync(line);
    }

    [Fact]
    public async Task PlaceOrder_OneSatangAboveTheLine_IsRefusedAndKeepsNothing()
    {
        var line = (await LinesAsync(_given.Entry))[0];

        var outcome = await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line) with { Amount = line.Planned + new Money(1) });

        Assert.Equal([("procurement.over-line", "Amount")], outcome.Problems.Select(p => (p.Code, p.Field)));
        await NothingHappenedAsync(line);
    }

    [Fact]
    public async Task PlaceOrder_BeforeTheAllotmentWithNothingFilledIn_SaysEverythingAtOnce()
    {
        var line = (await LinesAsync(_given.Entry))[0];

        var outcome = await OrderAsync(_given.Kasem, line.Id, line.Version, new(" ", null, new(2020, 7, 5), new(2020, 7, 4), new Money(-1)), null);

        Assert.Equal(
            ["fields.required", "fields.required", "procurement.before-allotment", "procurement.due-before-order", "procurement.not-positive", "files.missing"],
            outcome.Problems.Select(p => p.Code));
        await NothingHappenedAsync(line);
    }

    [Fact]
    public async Task PlaceOrder_WithATextCalledPdf_IsRefusedAndKeepsNothing()
    {
        var line = (await LinesAsync(_given.Entry))[0];

        Assert.Equal("files.wrong-type", (await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line), GivenMoney.TextNamedPdf())).Problems[0].Code);
        await NothingHappenedAsync(line);
    }

    [Fact]
    public async Task PlaceOrder_InASecondTab_IsTold()
    {
        var line = (await LinesAsync(_given.Entry))[0];
        Assert.True((await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line))).Succeeded);

        Assert.Equal(Outcome.ChangedMeanwhile, await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line) with { Number = "2" }));
        Assert.Equal(("1/2563", Money.FromBaht(30_000)), ((await LineAsync(line.Id)).OrderNumber, (await BudgetAsync(_given.Entry)).Ordered));
        Assert.Equal(1, await _given.FilesAsync());
    }

    [Fact]
    public async Task PlaceOrder_OfTwoLinesInOneInstant_CountsBothOrTellsOne()
    {
        var lines = await LinesAsync(_given.Entry);

        var outcomes = await Task.WhenAll(lines.Select(l => OrderAsync(_given.Kasem, l.Id, l.Version, Order(l), GivenMoney.Pdf(l.Description))));

        var ordered = (await LinesAsync(_given.Entry)).Where(l => l.State == PurchaseState.Ordered).ToList();
        Assert.Equal(outcomes.Count(o => o.Succeeded), ordered.Count);
        Assert.NotEmpty(ordered);
        Assert.Equal(Money.Sum(ordered.Select(l => l.OrderAmount!.Value)), (await BudgetAsync(_given.Entry)).Ordered);
    }

    [Fact]
    public async Task InspectDelivery_ByTheOneWhoOrdered_IsRefused()
    {
        var line = await OrderedAsync();

        var outcome = await _given.Site.AsAsync<InspectDelivery, Outcome>(_given.KasemAlone, o => o.RunAsync(new(line.Id, line.Version, Found(line), GivenMoney.Pdf("note")), Ct));

        Assert.Equal("procurement.inspector-ordered", outcome.Problems[0].Code);
        Assert.Equal(PurchaseState.Ordered, (await LineAsync(line.Id)).State);
    }

    [Fact]
    public async Task InspectDelivery_BeforeTheDeliveryOrOfTooMuch_IsRefused()
    {
        var line = await OrderedAsync();

        var outcome = await InspectAsync(line, Found(line) with { DeliveredOn = new(2020, 7, 16), InspectedOn = new(2020, 7, 15), AcceptedQuantity = 3.01m });

        Assert.Equal(["procurement.before-delivery", "procurement.over-quantity"], outcome.Problems.Select(p => p.Code));
        Assert.Equal(PurchaseState.Ordered, (await LineAsync(line.Id)).State);
    }

    [Fact]
    public async Task HandOverGoods_WithAPaperInsteadOfAPhotograph_IsRefused()
    {
        var line = await OrderedAsync();
        Assert.True((await InspectAsync(line, Found(line))).Succeeded);
        line = await LineAsync(line.Id);

        var outcome = await _given.Site.AsAsync<HandOverGoods, Outcome>(_given.Wipa, o => o.RunAsync(new(line.Id, line.Version, new("นางสมมุติ", new(2020, 7, 16)), GivenMoney.Pdf("no photo")), Ct));

        Assert.Equal("files.wrong-type", outcome.Problems[0].Code);
        Assert.Equal(PurchaseState.Inspected, (await LineAsync(line.Id)).State);
    }

    [Fact]
    public async Task PayVendor_BeforeTheGoodsAreWithTheGroup_IsRefused()
    {
        var line = await OrderedAsync();

        var outcome = await _given.Site.AsAsync<PayVendor, Outcome>(_given.Kasem, o => o.RunAsync(new(line.Id, line.Version, new("IV1", line.Planned, new(2020, 7, 20)), GivenMoney.Pdf("invoice")), Ct));

        Assert.Equal("procurement.not-from-here", outcome.Problems[0].Code);
        Assert.Equal(Money.Zero, (await BudgetAsync(_given.Entry)).Paid);
    }

    [Fact]
    public async Task AStep_AfterTheCyclesDate_WantsAReasonAndIsMarkedLate()
    {
        var line = await OrderedAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(8, 3));
        var late = Found(line) with { DeliveredOn = new(2020, 8, 1), InspectedOn = new(2020, 8, 1) };

        Assert.Equal("procurement.late-reason-missing", (await InspectAsync(line, late)).Problems[0].Code);
        Assert.True((await InspectAsync(line, late with { LateReason = "ผู้ขายส่งช้า" })).Succeeded);

        Assert.Equal([new LateStep(PurchaseStep.Inspect, new(2020, 8, 1), "ผู้ขายส่งช้า")], (await LineAsync(line.Id)).LateSteps);
    }

    [Fact]
    public async Task CancelPurchase_OfEveryLine_ReturnsTheWholeAward()
    {
        await OrderedAsync();

        foreach (var line in await LinesAsync(_given.Entry))
        {
            Assert.True((await _given.Site.AsAsync<CancelPurchase, Outcome>(_given.Kasem, o => o.RunAsync(new(line.Id, line.Version, "กลุ่มไม่ต้องการแล้ว"), Ct))).Succeeded);
        }

        var budget = await BudgetAsync(_given.Entry);
        Assert.Equal((Money.Zero, Money.FromBaht(90_000)), (budget.Ordered, budget.Balance));
        Assert.NotNull(budget.DoneAt);
    }

    [Fact]
    public async Task AStep_AfterTheAwardWasTakenBack_IsRefused()
    {
        Assert.True((await _given.LeaveAsync(_given.Entry)).Succeeded);
        await _given.Site.DeliverAsync();
        var line = (await LinesAsync(_given.Entry))[0];

        Assert.Equal("procurement.award-withdrawn", (await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line))).Problems[0].Code);
        await NothingHappenedAsync(line);
    }

    [Fact]
    public async Task ThePaper_OfAnOrder_IsReadInItsProvinceAndTheDepartmentOnly()
    {
        var line = await OrderedAsync();
        var file = await _given.Site.InDbAsync(db => db.Set<StoredFile>().SingleAsync(f => f.Id == line.OrderFileId, Ct));

        var read = await Task.WhenAll(((CurrentUser[])[_given.Kasem, _given.Preeda, _given.Udom, CurrentUser.Nobody]).Select(u => ReadsAsync(file, u)));
        Assert.Equal([true, true, false, false], read);
    }

    [Theory]
    [InlineData(3_000_000, 30_000)]
    [InlineData(1_050, 11)]
    [InlineData(1_049, 10)]
    public void Withholding_IsOneHundredthToTheSatang(long satang, long withheld)
        => Assert.Equal(new Money(withheld), Purchase.WithholdingOn(new(satang)));

    private static OrderFacts Order(Purchase line) => new("ร้านสมมุติ", "1/2563", new(2020, 7, 7), new(2020, 7, 15), line.Planned);

    private static InspectionFacts Found(Purchase line) => new("DN1", new(2020, 7, 14), new(2020, 7, 15), line.Quantity);

    private async Task<bool> ReadsAsync(StoredFile file, CurrentUser user)
    {
        await using var scope = _given.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IFileGate>().Single(g => g.Purposes.Contains(file.Purpose)).LetsReadAsync(file, user, Ct);
    }

    private Task<List<Purchase>> LinesAsync(Guid entryId)
        => _given.Site.InDbAsync(db => db.Set<Purchase>().AsNoTracking().Where(p => p.EntryId == entryId).OrderBy(p => p.Seq).ToListAsync(Ct));

    private Task<Purchase> LineAsync(Guid id) => _given.Site.InDbAsync(db => db.Set<Purchase>().AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    private Task<ApprovedBudget> BudgetAsync(Guid entryId) => _given.Site.InDbAsync(db => db.Set<ApprovedBudget>().AsNoTracking().SingleAsync(b => b.EntryId == entryId, Ct));

    private Task<Outcome> OrderAsync(CurrentUser user, Guid id, long version, OrderFacts order) => OrderAsync(user, id, version, order, GivenMoney.Pdf());

    private Task<Outcome> OrderAsync(CurrentUser user, Guid id, long version, OrderFacts order, Upload? file)
        => _given.Site.AsAsync<PlaceOrder, Outcome>(user, o => o.RunAsync(new(id, version, order, file), Ct));

    private Task<Outcome> InspectAsync(Purchase line, InspectionFacts found)
        => _given.Site.AsAsync<InspectDelivery, Outcome>(_given.Nittaya, o => o.RunAsync(new(line.Id, line.Version, found, GivenMoney.Pdf("note")), Ct));

    private async Task<Purchase> OrderedAsync()
    {
        var line = (await LinesAsync(_given.Entry))[0];
        Assert.True((await OrderAsync(_given.Kasem, line.Id, line.Version, Order(line))).Succeeded);
        return await LineAsync(line.Id);
    }

    private async Task WholeRoadAsync(Guid id, Money amount)
    {
        var line = await LineAsync(id);
        Assert.True((await OrderAsync(_given.Kasem, id, line.Version, Order(line) with { Amount = amount }, GivenMoney.Pdf($"order {line.Seq}"))).Succeeded);
        line = await LineAsync(id);
        Assert.True((await InspectAsync(line, Found(line))).Succeeded);
        line = await LineAsync(id);
        Assert.True((await _given.Site.AsAsync<HandOverGoods, Outcome>(_given.Wipa, o => o.RunAsync(new(id, line.Version, new("นางสมมุติ", new(2020, 7, 16)), GivenMoney.Jpeg()), Ct))).Succeeded);
        line = await LineAsync(id);
        Assert.True((await _given.Site.AsAsync<PayVendor, Outcome>(_given.Kasem, o => o.RunAsync(new(id, line.Version, new("IV1", amount, new(2020, 7, 20)), GivenMoney.Pdf("invoice")), Ct))).Succeeded);
    }

    private async Task NothingHappenedAsync(Purchase line)
    {
        var after = await LineAsync(line.Id);
        Assert.Equal((line.Version, PurchaseState.Planned, null), (after.Version, after.State, after.OrderNumber));
        Assert.Equal(Money.Zero, (await BudgetAsync(line.EntryId)).Ordered);
        Assert.Equal(0, await _given.FilesAsync());
    }
}
