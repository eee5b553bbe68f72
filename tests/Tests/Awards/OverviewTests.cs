using CommunityBusinessNetwork.Awards.Overviews;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Procurement.Overviews;
using CommunityBusinessNetwork.Reporting.Overviews;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Awards;

public sealed class OverviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_AfterTheAllotment_ShowTheMoneyAndWhatIsOwed()
    {
        using var given = await GivenMoney.AllottedAsync();

        var awards = await FiguresAsync<AwardFigures>(given, given.Malee);
        var purchases = await FiguresAsync<PurchaseFigures>(given, given.Malee);
        var reports = await FiguresAsync<ReportFigures>(given, given.Malee);

        Assert.Equal([Money.FromBaht(140_000), Money.FromBaht(140_000)], awards.Money.Select(m => m.Amount));
        Assert.Equal([(4, 2, 2), (5, 0, 2), (6, 0, 2), (7, 0, 2)], ((Figures[])[awards, purchases, reports]).SelectMany(f => f.Steps).Select(s => (s.Number, s.Done, s.Of)));
        Assert.Equal([Money.Zero, Money.Zero], purchases.Money.Select(m => m.Amount));
        Assert.Equal(0, purchases.LateTotal + reports.LateTotal);
    }

    [Fact]
    public async Task Figures_AfterTheDates_CountWhoIsLate()
    {
        using var given = await GivenMoney.AllottedAsync();
        given.Site.Time.SetUtcNow(GivenMoney.At(9, 1));

        Assert.Equal((2, 32), await LateAsync<PurchaseFigures>(given));
        Assert.Equal((4, 12), await LateAsync<ReportFigures>(given));
    }

    [Fact]
    public async Task Figures_ForAProvince_AreNone()
    {
        using var given = await GivenMoney.AllottedAsync();

        Assert.Same(Figures.None, await FiguresAsync<PurchaseFigures>(given, given.Wipa));
        Assert.Same(Figures.None, await FiguresAsync<AwardFigures>(given, given.Wipa));
        Assert.Same(Figures.None, await FiguresAsync<ReportFigures>(given, given.Wipa));
    }

    [Fact]
    public async Task Tasks_GoToWhoeverTakesTheNextStep()
    {
        using var given = await GivenMoney.AllottedAsync();

        Assert.Equal(["procurement.task-Order"], await TasksAsync(given, given.Kasem));
        Assert.Equal(["reporting.task-report", "reporting.task-bpm"], await TasksAsync(given, given.Wipa));
        Assert.Empty(await TasksAsync(given, given.Nittaya));
        Assert.Empty(await TasksAsync(given, given.Malee));
    }

    [Fact]
    public async Task Tasks_OfTheDepartment_AreAnnouncingThenAllotting()
    {
        using var given = await GivenMoney.ResolvedAsync();
        Assert.Equal(["awards.task-announce"], await TasksAsync(given, given.Malee));

        Assert.True((await given.AnnounceAsync(given.Malee)).Succeeded);
        await given.Site.DeliverAsync();

        Assert.Equal(["awards.task-allot"], await TasksAsync(given, given.Malee));
    }

    [Fact]
    public async Task RegionTile_SumsTheAwardsByRegion()
    {
        using var given = await GivenMoney.AllottedAsync(each: 2);

        var tile = await given.Site.InDbAsync(db => new RegionTile(db).ForAsync(given.Malee, Ct));

        var table = Assert.IsType<RegionTable>(tile!.Model);
        Assert.Equal(Money.FromBaht(280_000), table.Total.Award);
        Assert.Equal(table.Total.Award, Money.Sum(table.Regions.Select(r => r.Award)));
    }

    private static async Task<(int Total, int Days)> LateAsync<T>(GivenMoney given)
        where T : IFigures
    {
        var figures = await FiguresAsync<T>(given, given.Malee);
        return (figures.LateTotal, figures.Late.Max(l => l.Days));
    }

    private static async Task<Figures> FiguresAsync<T>(GivenMoney given, CurrentUser user)
        where T : IFigures
    {
        await using var scope = given.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IFigures>().OfType<T>().Single().ForAsync(user, Ct);
    }

    private static async Task<IReadOnlyList<string>> TasksAsync(GivenMoney given, CurrentUser user)
    {
        await using var scope = given.Site.Services.CreateAsyncScope();
        List<string> tasks = [];

        foreach (var source in scope.ServiceProvider.GetServices<ITaskSource>().Where(s => s is AwardTasks or PurchaseTasks or ReportTasks))
        {
            tasks.AddRange((await source.ForAsync(user, new(10), Ct)).Tasks.Select(t => t.TextKey));
        }

        return tasks;
    }
}
