using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>What happens is told, once, to the people of the place and to nobody else.</summary>
public sealed class TellPeopleTests
{
    private const string Consumer = "CommunityBusinessNetwork.Notices.Happenings.TellPeople";

    [Fact]
    public async Task A_submitted_entry_is_told_to_its_group_and_its_province_and_not_next_door()
    {
        using var given = await GivenNotices.MakeAsync();

        await given.SubmitAsync();

        Assert.Equal(["entry-submitted"], await given.ToldAsync(given.Pikul));
        Assert.Equal(["entry-submitted"], await given.ToldAsync(given.Wipa));
        Assert.Empty(await given.ToldAsync(given.Somchai));
        var notice = (await given.NoticesAsync()).Single(n => n.RecipientId == given.Pikul.Id);
        Assert.Equal(("กรมฯ รับแผนและคลิปของกลุ่มออมทรัพย์43แล้ว", NoticeState.Waiting, "pikul@example.go.th"), (notice.Subject, notice.State, notice.RecipientEmail));
        Assert.Contains($"/my/entries/{given.Entry}", notice.Body, StringComparison.Ordinal);
        Assert.Contains("13 พ.ค. 2563 เวลา 09.00 น.", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_comes_twice_is_told_once()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        await given.Site.InDbAsync(db => db.Database.ExecuteSqlAsync($"update consumer_positions set number = 0 where consumer = {Consumer}"));

        await given.Site.DeliverAsync();

        Assert.Equal(2, (await given.NoticesAsync()).Count);
    }

    [Fact]
    public async Task A_return_says_why()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();

        await given.ReturnAsync("คลิปไม่มีเสียง");

        Assert.Equal(["entry-submitted", "entry-returned"], await given.ToldAsync(given.Pikul));
        Assert.Contains("เหตุผล: คลิปไม่มีเสียง", (await given.NoticesAsync())[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_tell_each_group_its_own_outcome_only()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.PlaceAsync(given.Entry, EntryStates.Tiered, "outstanding");
        await given.PlaceAsync(given.OtherEntry, EntryStates.NotShortlisted, null);

        await given.HappensAsync("ResultsAnnounced", new { CycleId = given.Cycle });

        var pikul = Assert.Single(await given.NoticesAsync(), n => n.RecipientId == given.Pikul.Id);
        var somchai = Assert.Single(await given.NoticesAsync(), n => n.RecipientId == given.Somchai.Id);
        Assert.Contains("ได้รับคัดเลือกระดับดีเด่น งบประมาณ 90,000.00 บาท", pikul.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ออมทรัพย์41", pikul.Body, StringComparison.Ordinal);
        Assert.Contains("ไม่ได้รับคัดเลือก", somchai.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ออมทรัพย์43", somchai.Body, StringComparison.Ordinal);
        Assert.Equal(["results"], await given.ToldAsync(given.Wipa));
    }

    [Fact]
    public async Task Letters_allotments_and_reports_are_told_to_those_who_work_on_them()
    {
        using var given = await GivenNotices.MakeAsync();
        var duang = await given.OpenAsync("duang", Roles.DistrictOfficer, Area.District("43", "4301"));
        var decha = await given.OpenAsync("decha", Roles.DistrictOfficer, Area.District("43", "4302"));
        var kasem = await given.OpenAsync("kasem", Roles.ProcurementOfficer, Area.Province("43"));
        await given.PlaceAsync(given.Entry, EntryStates.Tiered, "good");

        await given.HappensAsync("LetterSent", new { EntryId = given.Entry, Reference = "นค 0019.3/9535" });
        await given.HappensAsync("AwardsAllotted", new { EntryIds = new[] { given.Entry }, Number = "พช 1", Date = new DateOnly(2020, 7, 6) });
        await given.HappensAsync("ReportReturned", new { EntryId = given.Entry, Reason = "ไม่มีภาพ" });
        await given.HappensAsync("ReportAccepted", new { EntryId = given.Entry });

        Assert.Equal(["letter-sent"], await given.ToldAsync(duang));
        Assert.Empty(await given.ToldAsync(decha));
        Assert.Equal(["award-allotted"], await given.ToldAsync(kasem));
        Assert.Equal(["award-allotted", "report-returned", "report-accepted"], await given.ToldAsync(given.Wipa));
        Assert.Equal(["award-allotted", "report-accepted"], await given.ToldAsync(given.Pikul));
        Assert.Contains("50,000.00 บาท", (await given.NoticesAsync()).Single(n => n.RecipientId == kasem.Id).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_taken_her_invitation_is_told_nothing()
    {
        using var given = await GivenNotices.MakeAsync();
        var suda = await given.OpenAsync("suda", Roles.ProvinceOfficer, Area.Province("43"), invitationTaken: false);

        await given.SubmitAsync();

        Assert.Empty(await given.ToldAsync(suda));
    }

    [Fact]
    public async Task Played_history_is_marked_and_never_mailed()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();

        await given.Site.AsAsync<CloseHistory, bool>(CurrentUser.System, async o =>
        {
            await o.RunAsync(CancellationToken.None);
            return true;
        });
        await given.PostAsync();

        Assert.Empty(given.Site.Letters());
        Assert.All(await given.NoticesAsync(), n => Assert.Equal((NoticeState.Sent, NoticeCause.Played, (DateTimeOffset?)Given.LetterDay), (n.State, n.Cause, n.SentAt)));
    }
}
