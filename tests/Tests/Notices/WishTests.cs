using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Notices.Wishes;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>A person is told as she wishes: at once, once a day or never, in her language. What is compulsory she is told all the same.</summary>
public sealed class WishTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_wishes_none_of_a_kind_gets_none_and_the_list_says_why()
    {
        using var given = await GivenNotices.MakeAsync();
        Assert.True((await SetAsync(given, given.Pikul, new(0, "th", new Dictionary<string, Wish> { ["entry-submitted"] = Wish.Never }))).Succeeded);

        await given.SubmitAsync();
        await given.PostAsync();

        Assert.Equal(["wipa@example.go.th"], given.Letters().Select(l => l.To));
        var notice = (await given.NoticesAsync()).Single(n => n.RecipientId == given.Pikul.Id);
        Assert.Equal((NoticeState.Discarded, NoticeCause.OptedOut), (notice.State, notice.Cause));
    }

    [Fact]
    public async Task A_compulsory_kind_cannot_be_switched_off()
    {
        using var given = await GivenNotices.MakeAsync();

        var outcome = await SetAsync(given, given.Pikul, new(0, "th", new Dictionary<string, Wish> { ["results"] = Wish.Never }));

        Assert.Equal(("notices.kind-is-compulsory", "results"), (Assert.Single(outcome.Problems).Code, outcome.Problems[0].Field));
        await given.PlaceAsync(given.Entry, EntryStates.Tiered, "good");
        await given.HappensAsync("ResultsAnnounced", new { CycleId = given.Cycle });
        Assert.All(await given.NoticesAsync(), n => Assert.Equal(NoticeState.Waiting, n.State));
    }

    [Fact]
    public async Task A_digest_is_one_letter_at_seven_in_the_morning()
    {
        using var given = await GivenNotices.MakeAsync();
        Assert.True((await SetAsync(given, given.Pikul, new(0, "th", new Dictionary<string, Wish> { ["entry-submitted"] = Wish.Daily, ["entry-returned"] = Wish.Daily }))).Succeeded);
        await given.SubmitAsync();
        await given.ReturnAsync("คลิปไม่มีเสียง");

        await given.PostAsync();
        Assert.DoesNotContain(given.Letters(), l => l.To == "pikul@example.go.th");
        given.Site.Time.Advance(TimeSpan.FromHours(22));
        await given.PostAsync();

        var letter = Assert.Single(given.Letters(), l => l.To == "pikul@example.go.th");
        Assert.Equal("การแจ้งเตือนประจำวัน 2 เรื่อง", letter.Subject);
        Assert.Contains("1. กรมฯ รับแผน", letter.Text, StringComparison.Ordinal);
        Assert.Contains("เหตุผล: คลิปไม่มีเสียง", letter.Text, StringComparison.Ordinal);
        Assert.All(await given.NoticesAsync(), n => Assert.Equal(NoticeState.Sent, n.State));
    }

    [Fact]
    public async Task Who_reads_English_is_told_in_English()
    {
        using var given = await GivenNotices.MakeAsync();
        Assert.True((await SetAsync(given, given.Pikul, new(0, "en", new Dictionary<string, Wish>()))).Succeeded);

        await given.SubmitAsync();

        var notice = (await given.NoticesAsync()).Single(n => n.RecipientId == given.Pikul.Id);
        Assert.Equal("Plan and clip of Savings group 43 received", notice.Subject);
        Assert.Contains($"/en/my/entries/{given.Entry}", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_what_was_chosen_and_says_what_is_compulsory()
    {
        using var given = await GivenNotices.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var client = site.ClientOf(given.Siriporn);

        using var saved = await PreparedSite.PostAsync(client, "/account/notices", "", ("Language", "en"), ("Kinds[0].Kind", "entry-submitted"), ("Kinds[0].Wish", "Daily"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);

        var html = await client.GetStringAsync(new Uri("/account/notices", UriKind.Relative), Ct);
        Assert.Contains("<option selected=\"selected\" value=\"Daily\">", html, StringComparison.Ordinal);
        Assert.Contains("ปิดไม่ได้", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    private static Task<Outcome> SetAsync(GivenNotices given, CurrentUser by, SetWishes.Input input)
        => given.Site.AsAsync<SetWishes, Outcome>(by, o => o.RunAsync(input, Ct));
}
