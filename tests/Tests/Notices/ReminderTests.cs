using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Notices.Reminders;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>A rule reminds of each entry once, before or after its due date, and never of what is done.</summary>
public sealed class ReminderTests
{
    /// <summary>Plan and clip: the end of 29 May 2563 in Bangkok.</summary>
    private static readonly DateTimeOffset Due = new(2020, 5, 30, 0, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_reminds_once_when_its_hour_has_come()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -72, Roles.GroupSecretary);

        await RemindAsync(given, Due.AddHours(-73));
        Assert.Empty(await given.NoticesAsync());
        await RemindAsync(given, Due.AddHours(-72));
        await RemindAsync(given, Due.AddHours(-71));

        Assert.Equal(["due-soon"], await given.ToldAsync(given.Pikul));
        Assert.Equal(["due-soon"], await given.ToldAsync(given.Somchai));
        var notice = (await given.NoticesAsync()).Single(n => n.RecipientId == given.Pikul.Id);
        Assert.Equal("อีก 3 วันครบกำหนด: ส่งแผนและคลิป", notice.Subject);
        Assert.Contains("29 พ.ค. 2563 เวลา 23.59 น.", notice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("SG-41-01", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_submitted_is_left_alone()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -72, Roles.GroupSecretary);
        await given.SubmitAsync();

        await RemindAsync(given, Due.AddHours(-3));

        Assert.Equal(["entry-submitted"], await given.ToldAsync(given.Pikul));
        Assert.Equal(["due-soon"], await given.ToldAsync(given.Somchai));
    }

    [Fact]
    public async Task Of_rules_that_were_missed_only_the_latest_speaks_and_none_after_the_date()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -168, Roles.GroupSecretary);
        await RuleAsync(given, DueDates.Submit, -24, Roles.GroupSecretary);

        await RemindAsync(given, Due.AddHours(-20));
        Assert.Equal(["due-soon"], await given.ToldAsync(given.Pikul));
        await RemindAsync(given, Due.AddHours(1));

        Assert.Equal(["due-soon"], await given.ToldAsync(given.Pikul));
        Assert.Equal("อีก 20 ชั่วโมงครบกำหนด: ส่งแผนและคลิป", (await given.NoticesAsync())[0].Subject);
    }

    [Fact]
    public async Task An_extension_moves_the_date()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -24, Roles.GroupSecretary);
        var version = (await given.EntryAsync()).Version;
        Assert.True((await given.Site.AsAsync<GrantExtension, Outcome>(given.Siriporn, o => o.RunAsync(given.Entry, Due.AddDays(3), "ไฟดับ", version, Ct))).Succeeded);

        await RemindAsync(given, Due.AddHours(-1));
        Assert.Empty(await given.ToldAsync(given.Pikul));
        await RemindAsync(given, Due.AddDays(3).AddHours(-1));

        Assert.Equal(["due-soon"], await given.ToldAsync(given.Pikul));
    }

    [Fact]
    public async Task What_is_overdue_goes_to_the_province_and_later_to_the_Department_in_one_notice()
    {
        using var given = await GivenNotices.MakeAsync();
        var preeda = await given.OpenAsync("preeda", Roles.DepartmentOfficer, Area.Nation);
        await RuleAsync(given, DueDates.Report, 24, Roles.ProvinceOfficer);
        await RuleAsync(given, DueDates.Report, 168, Roles.DepartmentOfficer);
        await given.PlaceAsync(given.Entry, EntryStates.Allotted, "good");
        await given.PlaceAsync(given.OtherEntry, EntryStates.Allotted, "good");
        DateTimeOffset due = new(2020, 8, 21, 0, 0, 0, TimeSpan.FromHours(7));

        await RemindAsync(given, due.AddHours(25));
        Assert.Equal(["overdue"], await given.ToldAsync(given.Wipa));
        Assert.Empty(await given.ToldAsync(preeda));
        await RemindAsync(given, due.AddDays(7));

        Assert.Equal(["overdue"], await given.ToldAsync(given.Wipa));
        var escalated = Assert.Single(await given.NoticesAsync(), n => n.RecipientId == preeda.Id);
        Assert.StartsWith("เลยกำหนด 7 วัน", escalated.Subject, StringComparison.Ordinal);
        Assert.Contains("SG-41-01", escalated.Body, StringComparison.Ordinal);
        Assert.Contains("SG-43-01", escalated.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_says_nothing()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -72, Roles.GroupSecretary);
        var rule = await given.Site.InDbAsync(db => db.Set<ReminderRule>().AsNoTracking().SingleAsync(Ct));
        Assert.True((await SetAsync(given, given.Siriporn, new(rule.Id, rule.Version, rule.Setting with { IsOn = false }))).Succeeded);

        await RemindAsync(given, Due.AddHours(-3));

        Assert.Empty(await given.NoticesAsync());
        Assert.Equal(Outcome.ChangedMeanwhile, await SetAsync(given, given.Siriporn, new(rule.Id, rule.Version, rule.Setting)));
        Assert.Equal(Outcome.NotFound, await SetAsync(given, given.Wipa, new(rule.Id, rule.Version + 1, rule.Setting)));
    }

    [Fact]
    public async Task A_rule_that_makes_no_sense_is_refused()
    {
        using var given = await GivenNotices.MakeAsync();
        await RuleAsync(given, DueDates.Submit, -72, Roles.GroupSecretary);

        Assert.Equal("notices.rule-exists", await WhyAsync(given, new(DueDates.Submit, -72, Roles.GroupSecretary, false)));
        Assert.Equal("fields.required", await WhyAsync(given, new("round-1", -72, Roles.GroupSecretary, true)));
        Assert.Equal("fields.required", await WhyAsync(given, new(DueDates.Submit, -72, "Nobody", true)));
        Assert.Equal("notices.hours-too-many", await WhyAsync(given, new(DueDates.Submit, 9000, Roles.GroupSecretary, true)));
    }

    private static async Task<string> WhyAsync(GivenNotices given, ReminderSetting setting) => Assert.Single((await SetAsync(given, given.Siriporn, new(null, 0, setting))).Problems).Code;

    private static async Task RuleAsync(GivenNotices given, string dueKey, int hours, string role)
        => Assert.True((await SetAsync(given, given.Siriporn, new(null, 0, new(dueKey, hours, role, IsOn: true)))).Succeeded);

    private static Task<Outcome> SetAsync(GivenNotices given, CurrentUser by, SetReminder.Input input)
        => given.Site.AsAsync<SetReminder, Outcome>(by, o => o.RunAsync(input, Ct));

    private static async Task RemindAsync(GivenNotices given, DateTimeOffset at)
    {
        given.Site.Time.SetUtcNow(at);
        await using var scope = given.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        await scope.ServiceProvider.GetServices<IRecurringJob>().OfType<RemindPeople>().Single().RunAsync(new JobProgress(), Ct);
    }
}
