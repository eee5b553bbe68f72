using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class WorkflowDraftTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_a_draft_and_nothing_goes_by_it()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var way = ScreeningRules.Rules.Transitions.Single(t => t.Name == Transitions.Notify);

        Assert.True((await given.DoAsync<ChangeWay>(async o => await o.RunAsync(
            await given.SeenAsync(), Transitions.Notify, TypedWay.Of(way) with { Roles = [Roles.DistrictOfficer], Due = "submit", DueDays = 3 }, Ct))).Succeeded);

        var draft = (await given.DraftOfAsync())!;
        Assert.Equal([Roles.DistrictOfficer], draft.Rules.Transition(Transitions.Notify, EntryStates.Targeted)!.Roles);
        Assert.Equal("malee", draft.AuthorId);
        Assert.Equal(1, (await given.NewestAsync()).Number);
        Assert.Contains(await given.Site.AuditAsync(), r => r.Event == nameof(WorkflowDrafted) && r.ActorId == "malee");
    }

    [Fact]
    public async Task Two_people_share_the_draft_and_whoever_saw_an_older_one_is_told()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var seen = await given.SeenAsync();
        await given.DraftAsync();

        var late = await given.DoAsync<ChangeState>(o => o.RunAsync(seen, EntryStates.Notified, new() { LabelTh = "อื่น", LabelEn = "Other" }, Ct));

        Assert.Equal("changed-meanwhile", late.Problems.Single().Code);
        Assert.Equal("แจ้งแล้ว", (await given.DraftOfAsync())!.Rules.State(EntryStates.Notified).LabelTh);
    }

    [Theory]
    [InlineData(Roles.DepartmentHead)]
    [InlineData(Roles.ProvinceOfficer)]
    public async Task Who_may_not_change_workflows_finds_none(string role)
    {
        using var given = await GivenWorkflows.MakeAsync();
        var outcome = await given.DoAsync<SwitchStop>(async o => await o.RunAsync(await given.SeenAsync(), EntryStates.AtDistrict, true, Ct), given.Site.Person("somchai", role, Area.Nation));
        Assert.Equal(Outcome.NotFound.Problems, outcome.Problems);
        Assert.Null(await given.DraftOfAsync());
    }

    [Fact]
    public async Task What_was_typed_wrongly_is_refused_beside_its_field()
    {
        using var given = await GivenWorkflows.MakeAsync();
        var outcome = await given.DoAsync<ChangeWay>(async o => await o.RunAsync(await given.SeenAsync(), null, new() { Name = "Not a name", DueDays = 0 }, Ct));
        Assert.Equal(["Name", "LabelTh", "LabelEn", "From", "To", "DueDays"], outcome.Problems.Select(p => p.Field));
        Assert.Null(await given.DraftOfAsync());
    }

    [Fact]
    public async Task A_state_and_a_way_are_added_and_removed()
    {
        using var given = await GivenWorkflows.MakeAsync();
        Assert.True((await given.DoAsync<ChangeState>(async o => await o.RunAsync(await given.SeenAsync(), null, new() { Name = "checked", LabelTh = "ตรวจครบ", LabelEn = "Checked" }, Ct))).Succeeded);
        Assert.True((await given.DoAsync<ChangeWay>(async o => await o.RunAsync(
            await given.SeenAsync(), null, new() { Name = "check", LabelTh = "ตรวจ", LabelEn = "Check", From = [EntryStates.Submitted], To = "checked", Roles = [Roles.DepartmentOfficer] }, Ct))).Succeeded);
        Assert.Equal("desk.flow-name-taken", (await given.DoAsync<ChangeState>(async o => await o.RunAsync(await given.SeenAsync(), null, new() { Name = "checked", LabelTh = "ก", LabelEn = "a" }, Ct))).Problems.Single().Code);

        Assert.True((await given.DoAsync<RemoveWay>(async o => await o.RunAsync(await given.SeenAsync(), "check", Ct))).Succeeded);
        Assert.True((await given.DoAsync<RemoveState>(async o => await o.RunAsync(await given.SeenAsync(), "checked", Ct))).Succeeded);
        Assert.True(WorkflowComparison.Of(ScreeningRules.Rules, (await given.DraftOfAsync())!.Rules).IsEmpty);
        Assert.Equal(Outcome.NotFound.Problems, (await given.DoAsync<RemoveWay>(async o => await o.RunAsync(await given.SeenAsync(), "check", Ct))).Problems);
    }

    [Fact]
    public async Task Published_it_is_the_next_version_and_what_runs_keeps_its_own()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();

        Assert.Equal(2, await given.PublishAsync());

        var newest = await given.NewestAsync();
        Assert.Equal((2, "malee", "ปรับชื่อ", false), (newest.Number, newest.AuthorId, newest.Comment, newest.FromRecipe));
        Assert.Null(await given.DraftOfAsync());
        Assert.Equal(1, (await given.EntryAsync(given.NongKhai)).WorkflowNumber);
        Assert.Contains(await given.Site.AuditAsync(), r => r.Event == nameof(WorkflowDefined) && r.Reason == "ปรับชื่อ");
    }

    [Fact]
    public async Task Errors_refuse_publishing_and_change_nothing()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DoAsync<ChangeState>(async o => await o.RunAsync(await given.SeenAsync(), null, new() { Name = "lonely", LabelTh = "เดียวดาย", LabelEn = "Lonely" }, Ct));

        var outcome = await given.Site.AsAsync<PublishDraft, Outcome<int>>(given.Malee, async o => await o.RunAsync(await given.SeenAsync(), 1, " ", Ct));

        Assert.Equal(["workflow.finding.unreachable", "desk.flow-comment-missing"], outcome.Problems.Select(p => p.Code));
        Assert.Equal(1, (await given.NewestAsync()).Number);
        Assert.NotNull(await given.DraftOfAsync());
    }

    [Fact]
    public async Task A_draft_that_was_compared_with_an_older_version_is_not_published()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        await given.Site.StoredAsync(new WorkflowDefinition(Workflows.Screening, 2, ScreeningRules.Rules));

        var outcome = await given.Site.AsAsync<PublishDraft, Outcome<int>>(given.Malee, async o => await o.RunAsync(await given.SeenAsync(), 1, "ปรับชื่อ", Ct));

        Assert.Equal("changed-meanwhile", outcome.Problems.Single().Code);
        Assert.Equal(2, (await given.NewestAsync()).Number);
    }

    [Fact]
    public async Task A_discarded_draft_leaves_what_is_published()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        Assert.True((await given.DoAsync<DiscardDraft>(async o => await o.RunAsync(await given.SeenAsync(), Ct))).Succeeded);
        Assert.Null(await given.DraftOfAsync());
        Assert.Equal(1, (await given.NewestAsync()).Number);
        Assert.Contains(await given.Site.AuditAsync(), r => r.Event == nameof(WorkflowDraftDiscarded));
    }

    [Fact]
    public async Task The_recipe_run_again_does_not_take_the_place_of_what_a_person_published()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        await given.PublishAsync();

        var planned = await given.Site.AsAsync<RecipeRunner, IReadOnlyList<Kernel.Audit.AuditRow>>(CurrentUser.System, r => r.TryAsync(GivenWorkflows.ProgrammeRecipe, Ct));
        Assert.Equal([nameof(WorkflowDrafted)], planned.Select(r => r.Event));

        await given.RunAsync(GivenWorkflows.ProgrammeRecipe);
        Assert.Equal((2, "ประกาศเป้าหมาย"), ((await given.NewestAsync()).Number, (await given.NewestAsync()).Rules.State(EntryStates.Targeted).LabelTh));
        Assert.Null((await given.DraftOfAsync())!.AuthorId);
        var audit = (await given.Site.AuditAsync()).Count;
        await given.RunAsync(GivenWorkflows.ProgrammeRecipe);
        Assert.Equal(audit, (await given.Site.AuditAsync()).Count);
    }

    [Fact]
    public async Task The_recipe_does_not_write_into_somebodys_draft()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        await given.PublishAsync();
        await given.DraftAsync("อีกชื่อ");

        await Assert.ThrowsAsync<RecipeException>(() => given.RunAsync(GivenWorkflows.ProgrammeRecipe));
        Assert.Equal("อีกชื่อ", (await given.DraftOfAsync())!.Rules.State(EntryStates.Targeted).LabelTh);
    }
}
