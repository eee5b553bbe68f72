using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>Staff choose the words; what cannot be filled is refused beside its field.</summary>
public sealed class TemplateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_comes_with_words_that_can_be_filled_in_both_languages()
    {
        using Given site = new();

        foreach (var kind in NoticeKinds.Worded)
        {
            foreach (var language in MessageBook.Languages)
            {
                var words = await site.AsAsync<TemplateBook, NoticeWords>(CurrentUser.System, b => b.WordsAsync(kind, language, Ct));
                var samples = await site.AsAsync<TemplateBook, IReadOnlyDictionary<string, string?>>(CurrentUser.System, b => Task.FromResult(b.Samples(kind, language)));
                Assert.Empty(RewordTemplate.Read(kind, words.Subject, words.Body).Problems);
                Assert.DoesNotContain("notices.", Liquid.Fill(words.Subject + words.Body, samples), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task New_words_are_used_and_can_be_reset()
    {
        using var given = await GivenNotices.MakeAsync();
        Assert.True((await RewordAsync(given, given.Siriporn, 0, "รับแล้ว {{ code }}", "{{ name }}: {% if group %}{{ group | upcase }}{% endif %}")).Succeeded);

        await given.SubmitAsync();
        Assert.Equal(("รับแล้ว SG-43-01", "pikul: กลุ่มออมทรัพย์43"), (await given.NoticesAsync()).Where(n => n.RecipientName == "pikul").Select(n => (n.Subject, n.Body)).Single());

        Assert.Equal(Outcome.ChangedMeanwhile, await RewordAsync(given, given.Siriporn, 0, "x", "y"));
        Assert.True((await given.Site.AsAsync<ResetTemplate, Outcome>(given.Siriporn, o => o.RunAsync("entry-submitted", "th", 1, Ct))).Succeeded);
        var words = await given.Site.AsAsync<TemplateBook, NoticeWords>(CurrentUser.System, b => b.WordsAsync(NoticeKinds.EntrySubmitted, "th", Ct));
        Assert.StartsWith("กรมฯ รับแผน", words.Subject, StringComparison.Ordinal);
        Assert.Equal([nameof(TemplateWorded), nameof(TemplateReset)], (await given.Site.AuditAsync()).Select(r => r.Event).Where(e => e.StartsWith("Template", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{{ name", "notices.broken")]
    [InlineData("{% if name %}", "notices.broken")]
    [InlineData("{{ tier }}", "notices.unknown-gap")]
    [InlineData("{{ name.secret }}", "notices.unknown-gap")]
    [InlineData("{% if score > 3 %}x{% endif %}", "notices.unknown-gap")]
    [InlineData("{{ name | shout }}", "notices.unknown-filter")]
    [InlineData("{% for i in (1..9) %}x{% endfor %}", "notices.broken")]
    [InlineData("{% assign a = name %}", "notices.broken")]
    [InlineData("{% include 'x' %}", "notices.broken")]
    [InlineData("", "fields.required")]
    public async Task Words_that_cannot_be_filled_are_refused_beside_their_field(string body, string code)
    {
        using var given = await GivenNotices.MakeAsync();

        var outcome = await RewordAsync(given, given.Siriporn, 0, "{{ code }}", body);

        Assert.Equal((code, "Body"), (Assert.Single(outcome.Problems).Code, outcome.Problems[0].Field));
        Assert.DoesNotContain(await given.Site.AuditAsync(), r => r.Event == nameof(TemplateWorded));
    }

    [Fact]
    public async Task A_province_words_nothing()
    {
        using var given = await GivenNotices.MakeAsync();

        Assert.Equal(Outcome.NotFound, await RewordAsync(given, given.Wipa, 0, "x", "y"));
    }

    [Fact]
    public async Task The_page_keeps_what_was_typed_shows_what_is_wrong_and_fills_the_preview()
    {
        using var given = await GivenNotices.MakeAsync();
        using PreparedSite site = new(given.Site);
        using var client = site.ClientOf(given.Siriporn);
        const string Page = "/admin/notices/templates/results/th";

        using var refused = await PreparedSite.PostAsync(client, Page, "", ("Subject", "{{ tire }}"), ("Body", "เรียน {{ name }}"));
        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Contains("ไม่มีช่องเติมชื่อ tire", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Subject-err\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"{{ tire }}\"", html, StringComparison.Ordinal);

        using var preview = await PreparedSite.PostAsync(client, Page, "Preview", ("Subject", "ผลของ {{ group }}"), ("Body", "ระดับ{{ tier }}"));
        Assert.Contains("ระดับดีเด่น", await preview.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static Task<Outcome> RewordAsync(GivenNotices given, CurrentUser by, long version, string subject, string body)
        => given.Site.AsAsync<RewordTemplate, Outcome>(by, o => o.RunAsync(new("entry-submitted", "th", version, subject, body), Ct));
}
