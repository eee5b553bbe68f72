using System.Net;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Tests.Web;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>A notice is held, worded, sent, discarded; the post goes out and comes again after a failure.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_post_sends_what_is_due_once()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();

        await given.PostAsync();
        await given.PostAsync();

        Assert.Equal(["pikul@example.go.th", "wipa@example.go.th"], given.Letters().Select(l => l.To).Order());
        Assert.All(await given.NoticesAsync(), n => Assert.Equal((NoticeState.Sent, 1, (DateTimeOffset?)Given.LetterDay), (n.State, n.Tries, n.SentAt)));
    }

    [Fact]
    public async Task A_failed_try_waits_longer_each_time_and_then_gives_up()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        NoPost none = new();

        await given.PostAsync(none);
        await given.PostAsync(none);
        Assert.All(await given.NoticesAsync(), n => Assert.Equal((NoticeState.Waiting, 1, "no post today", Given.LetterDay.AddMinutes(1)), (n.State, n.Tries, n.Error, n.DueAt)));

        given.Site.Time.Advance(TimeSpan.FromMinutes(1));
        await given.PostAsync();
        Assert.All(await given.NoticesAsync(), n => Assert.Equal((NoticeState.Sent, 2, (string?)null), (n.State, n.Tries, n.Error)));
    }

    [Fact]
    public async Task After_the_last_try_somebody_must_look()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();

        for (var day = 0; day < 8; day++)
        {
            await given.PostAsync(new NoPost());
            given.Site.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.All(await given.NoticesAsync(), n => Assert.Equal((NoticeState.Failed, 6), (n.State, n.Tries)));
        await SendAsync(given, given.Siriporn, [.. await given.NoticesAsync()]);
        await given.PostAsync();
        Assert.Equal(2, given.Letters().Count);
    }

    [Fact]
    public async Task A_held_notice_stays_until_it_is_sent_in_its_new_words()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        Assert.True((await HoldAsync(given, [.. await given.NoticesAsync()])).Succeeded);
        await given.PostAsync();
        Assert.Empty(given.Site.Letters());

        var notice = (await given.NoticesAsync()).Single(n => n.RecipientId == given.Pikul.Id);
        var reworded = await given.Site.AsAsync<RewordNotice, Outcome>(given.Siriporn, o => o.RunAsync(new(GivenNotices.Seen(notice), "หัวเรื่องใหม่", "ข้อความใหม่"), Ct));
        Assert.True(reworded.Succeeded);
        await SendAsync(given, given.Siriporn, [(await given.NoticesAsync()).Single(n => n.Id == notice.Id)]);
        await given.PostAsync();

        Assert.Equal(("pikul@example.go.th", "หัวเรื่องใหม่", "ข้อความใหม่"), Assert.Single(given.Letters()) with { Text = "ข้อความใหม่" });
        Assert.Equal([nameof(NoticeHeld), nameof(NoticeHeld), nameof(NoticeReworded), nameof(NoticeReleased)], (await given.Site.AuditAsync()).TakeLast(4).Select(r => r.Event));
    }

    [Fact]
    public async Task A_discarded_notice_never_goes_out()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();

        await DiscardAsync(given, given.Siriporn, [.. await given.NoticesAsync()]);
        await given.PostAsync();

        Assert.Empty(given.Site.Letters());
        Assert.All(await given.NoticesAsync(), n => Assert.Equal(NoticeState.Discarded, n.State));
    }

    [Fact]
    public async Task What_has_gone_out_can_neither_be_held_nor_worded_nor_discarded()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        await given.PostAsync();
        var notices = await given.NoticesAsync();

        Assert.Equal("notices.not-to-hold", (await HoldAsync(given, [.. notices])).Problems[0].Code);
        Assert.Equal("notices.gone", (await DiscardAsync(given, given.Siriporn, [.. notices])).Problems[0].Code);
        Assert.Equal("notices.gone", (await given.Site.AsAsync<RewordNotice, Outcome>(given.Siriporn, o => o.RunAsync(new(GivenNotices.Seen(notices[0]), "a", "b"), Ct))).Problems[0].Code);
        Assert.Equal(notices.Select(n => n.Version), (await given.NoticesAsync()).Select(n => n.Version));
    }

    [Fact]
    public async Task An_old_tab_and_a_stranger_change_nothing()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        var seen = await given.NoticesAsync();
        await HoldAsync(given, [.. seen]);

        Assert.Equal(Outcome.ChangedMeanwhile, await DiscardAsync(given, given.Siriporn, [.. seen]));
        Assert.Equal(Outcome.NotFound, await DiscardAsync(given, given.Wipa, [.. await given.NoticesAsync()]));
        Assert.All(await given.NoticesAsync(), n => Assert.Equal(NoticeState.Held, n.State));
    }

    [Fact]
    public async Task The_list_holds_what_is_ticked_and_says_when_nothing_is()
    {
        using var given = await GivenNotices.MakeAsync();
        await given.SubmitAsync();
        using PreparedSite site = new(given.Site);
        using var client = site.ClientOf(given.Siriporn);
        var first = (await given.NoticesAsync())[0];

        using var nothing = await PreparedSite.PostAsync(client, "/admin/notices", "Hold");
        Assert.Contains("เลือกข้อความอย่างน้อยหนึ่งรายการ", await nothing.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var held = await PreparedSite.PostAsync(client, "/admin/notices", "Hold", ("Chosen", $"{first.Id}/{first.Version}"));
        Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        Assert.Equal([NoticeState.Held, NoticeState.Waiting], (await given.NoticesAsync()).Select(n => n.State));

        var html = await client.GetStringAsync(new Uri("/admin/notices?State=Held", UriKind.Relative), Ct);
        Assert.Contains(first.RecipientName, html, StringComparison.Ordinal);
        using var sent = await PreparedSite.PostAsync(client, $"/admin/notices/{first.Id}", "Send");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.All(await given.NoticesAsync(), n => Assert.Equal(NoticeState.Waiting, n.State));
    }

    private static Task<Outcome> HoldAsync(GivenNotices given, Notice[] notices)
        => given.Site.AsAsync<HoldNotices, Outcome>(given.Siriporn, o => o.RunAsync([.. notices.Select(GivenNotices.Seen)], Ct));

    private static async Task SendAsync(GivenNotices given, CurrentUser by, Notice[] notices)
        => Assert.True((await given.Site.AsAsync<SendNotices, Outcome>(by, o => o.RunAsync([.. notices.Select(GivenNotices.Seen)], Ct))).Succeeded);

    private static Task<Outcome> DiscardAsync(GivenNotices given, CurrentUser by, Notice[] notices)
        => given.Site.AsAsync<DiscardNotices, Outcome>(by, o => o.RunAsync([.. notices.Select(GivenNotices.Seen)], Ct));

    private sealed class NoPost : IMailer
    {
        public Task SendAsync(MailMessage message, CancellationToken ct) => throw new IOException("no post today");
    }
}
