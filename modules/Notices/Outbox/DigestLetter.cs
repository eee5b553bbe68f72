using System.Globalization;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>The one letter with everything that a person is told on a day.</summary>
internal sealed class DigestLetter(TemplateBook templates, SiteWords site)
{
    private const string Line = "\n\n– – –\n\n";

    /// <param name="notices">Of one person, the oldest first.</param>
    public async Task<MailMessage> WriteAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        var last = notices[^1];
        var words = await templates.WordsAsync(NoticeKinds.Digest, last.Language, ct);
        Dictionary<string, string?> values = new()
        {
            ["count"] = notices.Count.ToString(CultureInfo.InvariantCulture),
            ["notices"] = string.Join(Line, notices.Select((n, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {n.Subject}\n\n{n.Body}"))),
        };
        var (subject, body) = words.Filled(site.Complete(values, last.RecipientName, "/account/notices", last.Language));
        return new(last.RecipientEmail, last.RecipientName, subject, body);
    }
}
