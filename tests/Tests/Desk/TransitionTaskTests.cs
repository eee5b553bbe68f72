using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class TransitionTaskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_way_that_waits_is_the_task_of_whoever_may_take_it_there()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var wipa = given.Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        var somchai = given.Site.Person("somchai", Roles.ProvinceOfficer, Area.Province("40"));

        var hers = await InboxAsync(given, wipa, new(10) { Step = "programmes.task-notify" });

        Assert.Equal(["กลุ่มออมทรัพย์43"], hers.Tasks.Select(t => t.About));
        Assert.Equal($"/my/entries/{given.NongKhai}", hers.Tasks[0].Url);
        Assert.DoesNotContain((await InboxAsync(given, somchai, new(10))).Steps, s => s.Key == "programmes.task-notify");
    }

    [Fact]
    public async Task A_way_back_or_out_waits_for_nobody()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.PlaceAsync(given.NongKhai, EntryStates.Submitted);
        var preeda = given.Site.Person("preeda", Roles.DepartmentOfficer, Area.Nation);
        Assert.DoesNotContain((await InboxAsync(given, preeda, new(10))).Tasks, t => t.About == "กลุ่มออมทรัพย์43");
    }

    [Fact]
    public async Task A_stop_that_is_on_is_a_task_with_the_words_of_its_way()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DoAsync<SwitchStop>(async o => await o.RunAsync(await given.SeenAsync(), EntryStates.AtDistrict, true, Ct));
        await given.PublishAsync();
        await given.Site.AsAsync<MoveRunning, Outcome<int>>(given.Malee, o => o.RunAsync(new(Workflows.Screening, 2, [new(1, EntryStates.Targeted)], "ผ่านอำเภอ"), Ct));
        await given.PlaceAsync(given.NongKhai, EntryStates.AtDistrict);
        var duang = given.Site.Person("duang", Roles.DistrictOfficer, (await given.EntryAsync(given.NongKhai)).Area);

        var task = Assert.Single((await InboxAsync(given, duang, new(10))).Tasks);

        Assert.Equal($"/my/entries/{given.NongKhai}#act-forward-district", task.Url);
        Assert.Contains(task.Args, a => a.Value.ToString() == "อำเภอส่งต่อจังหวัด");
    }

    [Fact]
    public async Task Filters_leave_what_was_asked_for_and_the_count_of_every_step()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var preecha = given.Site.Person("preecha", Roles.ProvinceOfficer, Area.Nation);

        Assert.Equal(2, (await InboxAsync(given, preecha, new(10) { Step = "programmes.task-notify" })).Tasks.Count);
        Assert.Equal(["กลุ่มออมทรัพย์41"], (await InboxAsync(given, preecha, new(10) { Step = "programmes.task-notify", Province = "41" })).Tasks.Select(t => t.About));
        Assert.Empty((await InboxAsync(given, preecha, new(10) { Cycle = Guid.CreateVersion7() })).Tasks);
        var counted = await InboxAsync(given, preecha, new(0));
        Assert.Empty(counted.Tasks);
        Assert.Equal(2, counted.Steps.Single(s => s.Key == "programmes.task-notify").Count);
    }

    [Fact]
    public async Task Overdue_comes_first_then_by_date_then_what_has_none()
    {
        using var given = await GivenWorkflows.MakeAsync();
        given.Site.Time.SetUtcNow(new(2020, 5, 24, 3, 0, 0, TimeSpan.Zero));
        await given.PlaceAsync(given.Udon, EntryStates.Notified);
        var officer = given.Site.Person("nok", Roles.ProvinceOfficer, Area.Nation);
        var secretary = given.Site.Person("pikul", Roles.GroupSecretary, (await given.EntryAsync(given.Udon)).Area);

        var overdue = (await InboxAsync(given, officer, new(10) { Step = "programmes.task-notify" })).Tasks.Single();
        var coming = (await InboxAsync(given, secretary, new(10))).Tasks.Single(t => t.TextKey == "programmes.task-submit");

        var now = given.Site.Time.GetUtcNow();
        Assert.Equal(["desk.tasks-overdue", "desk.tasks-soon"], new[] { overdue, coming }.Select(t => InboxView.HeadingOf(t.DueAt, now)));
        Assert.Equal("desk.tasks-undated", InboxView.HeadingOf(null, now));
    }

    [Fact]
    public async Task Days_after_arriving_are_a_due_date_as_well()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var entry = await given.EntryAsync(given.NongKhai);
        var way = ScreeningRules.Rules.Transitions.First(t => t.Name == Transitions.Notify);
        var cycle = await given.Site.InDbAsync(db => db.CurrentCycleAsync(Ct));

        Assert.Equal(cycle!.Rules.Due(DueDates.Notify).EndsAt, TransitionTasks.DueOf(entry, way, cycle));
        Assert.Equal(new DateTimeOffset(2020, 5, 16, 0, 0, 0, TimeSpan.FromHours(7)), TransitionTasks.DueOf(entry, way with { DueDays = 2 }, cycle));
        Assert.Null(TransitionTasks.DueOf(entry, way with { Due = null }, cycle));
    }

    [Fact]
    public async Task The_page_lists_them_and_the_rail_counts_them()
    {
        using var given = await GivenWorkflows.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var wipa = site.ClientOf(given.Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43")));
        var page = await wipa.GetStringAsync("/my", Ct);
        Assert.Contains("กลุ่มออมทรัพย์43", page, StringComparison.Ordinal);
        Assert.DoesNotContain("กลุ่มออมทรัพย์41", page, StringComparison.Ordinal);
        Assert.Matches("<span>[1-9][0-9]*<span class=\"vh\">", page);
    }

    [Fact]
    public async Task A_second_person_must_take_the_next_step_where_the_rules_say_so()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var notify = ScreeningRules.Rules.Transitions.First(t => t.Name == Transitions.Withdraw);
        await given.DoAsync<ChangeWay>(async o => await o.RunAsync(await given.SeenAsync(), Transitions.Withdraw, TypedWay.Of(notify) with { Guards = ["another-person"] }, Ct));
        await given.PublishAsync();
        await given.Site.AsAsync<MoveRunning, Outcome<int>>(given.Malee, o => o.RunAsync(new(Workflows.Screening, 2, [new(1, EntryStates.Targeted)], "สองคน"), Ct));
        var preeda = given.Site.Person("preeda", Roles.DepartmentOfficer, Area.Nation);
        await given.PlaceAsync(given.NongKhai, EntryStates.Submitted);
        var version = (await given.EntryAsync(given.NongKhai)).Version;
        Assert.True((await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, Transitions.Return, "แก้", version, Ct), preeda)).Succeeded);
        version = (await given.EntryAsync(given.NongKhai)).Version;

        Assert.Equal("programmes.same-person", (await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, Transitions.Withdraw, "ขอถอน", version, Ct), preeda)).Problems.Single().Code);
        Assert.Equal(EntryStates.Returned, (await given.EntryAsync(given.NongKhai)).State);
        Assert.True((await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, Transitions.Withdraw, "ขอถอน", version, Ct), given.Site.Person("suda", Roles.DepartmentOfficer, Area.Nation))).Succeeded);
    }

    private static Task<TaskList> InboxAsync(GivenWorkflows given, CurrentUser user, TaskQuery query) => given.Site.AsAsync<Inbox, TaskList>(user, i => i.ReadAsync(query, Ct));
}
