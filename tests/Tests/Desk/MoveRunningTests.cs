using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class MoveRunningTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_chosen_goes_by_the_new_version_each_with_its_audit_row()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        await given.PublishAsync();

        var moved = await MoveAsync(given, 2, "กติกาใหม่", new RunningGroup(1, EntryStates.Targeted));

        Assert.Equal(2, moved.Value);
        Assert.Equal(2, (await given.EntryAsync(given.NongKhai)).WorkflowNumber);
        Assert.Equal(2, (await given.EntryAsync(given.Udon)).WorkflowNumber);
        Assert.Equal(2, (await given.Site.AuditAsync()).Count(r => r.Event == nameof(EntryRulesChanged) && r.Reason == "กติกาใหม่"));
    }

    [Fact]
    public async Task An_entry_whose_state_the_version_does_not_know_is_named_and_nothing_moves()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DoAsync<SwitchStop>(async o => await o.RunAsync(await given.SeenAsync(), EntryStates.AtDistrict, true, Ct));
        await given.PublishAsync();
        Assert.True((await MoveAsync(given, 2, "ผ่านอำเภอ", new RunningGroup(1, EntryStates.Targeted))).Succeeded);
        await given.PlaceAsync(given.NongKhai, EntryStates.AtDistrict);

        var refused = await MoveAsync(given, 1, "กลับทางเดิม", new RunningGroup(2, EntryStates.AtDistrict), new RunningGroup(2, EntryStates.Targeted));

        Assert.Equal("desk.flow-move-no-state", refused.Problems.Single().Code);
        Assert.Contains(refused.Problems.Single().Args, a => a.Value is string names && names.Contains("SG-43-01", StringComparison.Ordinal));
        Assert.Equal(2, (await given.EntryAsync(given.NongKhai)).WorkflowNumber);
        Assert.Equal(2, (await given.EntryAsync(given.Udon)).WorkflowNumber);
    }

    [Fact]
    public async Task Without_a_reason_or_a_choice_nothing_moves()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DraftAsync();
        await given.PublishAsync();
        Assert.Equal(["desk.flow-move-none", "workflow.reason-missing"], (await MoveAsync(given, 2, " ")).Problems.Select(p => p.Code));
        Assert.Equal(1, (await given.EntryAsync(given.NongKhai)).WorkflowNumber);
    }

    [Fact]
    public async Task Over_the_district_the_Department_receives_what_the_district_hands_on()
    {
        using var given = await GivenWorkflows.MakeAsync();
        await given.DoAsync<SwitchStop>(async o => await o.RunAsync(await given.SeenAsync(), EntryStates.AtDistrict, true, Ct));
        await given.PublishAsync();
        await MoveAsync(given, 2, "ผ่านอำเภอ", new RunningGroup(1, EntryStates.Targeted));
        await given.PlaceAsync(given.NongKhai, EntryStates.AtDistrict);
        Assert.Null((await given.EntryAsync(given.NongKhai)).SubmittedAt);
        var somchai = given.Site.Person("somchai", Roles.DistrictOfficer, (await given.EntryAsync(given.Udon)).Area);
        var duang = given.Site.Person("duang", Roles.DistrictOfficer, (await given.EntryAsync(given.NongKhai)).Area);
        var version = (await given.EntryAsync(given.NongKhai)).Version;

        Assert.Equal(Outcome.NotFound.Problems, (await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, "forward-district", null, version, Ct), somchai)).Problems);
        Assert.True((await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, "forward-district", null, version, Ct), duang)).Succeeded);

        var entry = await given.EntryAsync(given.NongKhai);
        Assert.Equal((EntryStates.Submitted, given.Site.Time.GetUtcNow()), (entry.State, entry.SubmittedAt));
    }

    [Fact]
    public async Task The_effect_notify_tells_those_who_act_next_and_nobody_elsewhere()
    {
        using var given = await GivenWorkflows.MakeAsync();

        foreach (var stop in new[] { EntryStates.AtDistrict, EntryStates.AtProvince })
        {
            await given.DoAsync<SwitchStop>(async o => await o.RunAsync(await given.SeenAsync(), stop, true, Ct));
        }

        await given.PublishAsync();
        await MoveAsync(given, 2, "ผ่านอำเภอและจังหวัด", new RunningGroup(1, EntryStates.Targeted));
        await given.PlaceAsync(given.NongKhai, EntryStates.AtDistrict);
        var wipa = await OpenAsync(given, "wipa", "43");
        await OpenAsync(given, "somchai", "41");
        var duang = given.Site.Person("duang", Roles.DistrictOfficer, (await given.EntryAsync(given.NongKhai)).Area);
        var version = (await given.EntryAsync(given.NongKhai)).Version;

        Assert.True((await given.DoAsync<MoveEntry>(o => o.RunAsync(given.NongKhai, "forward-district", null, version, Ct), duang)).Succeeded);

        var notice = Assert.Single(await given.Site.InDbAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync(Ct)));
        Assert.Equal((wipa, "your-turn"), (notice.RecipientId, notice.Kind));
        Assert.Contains("อยู่ที่จังหวัด", notice.Subject, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(GivenWorkflows given, string name, string province)
    {
        Account account = new(name, name, [new(Roles.ProvinceOfficer, Area.Province(province))]);
        account.Reach($"{name}@example.go.th");
        account.SetPassword(new PasswordHasher<Account>().HashPassword(account, "ม้าลายสี่ตัวข้ามโขง"));
        return (await given.Site.StoredAsync(account)).Id.ToString();
    }

    private static Task<Outcome<int>> MoveAsync(GivenWorkflows given, int to, string reason, params RunningGroup[] groups)
        => given.Site.AsAsync<MoveRunning, Outcome<int>>(given.Malee, o => o.RunAsync(new(Workflows.Screening, to, groups, reason), Ct));
}
