using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Something to tell.</summary>
/// <param name="Key">Why, once: an event and what it is about. With the kind and the person it makes the notice the only one.</param>
/// <param name="About">The area of what it is about; nobody without it may be among the readers.</param>
/// <param name="Path">The page to go on from, "/my/…".</param>
/// <param name="Values">What fills the gaps of the kind, in a language.</param>
internal sealed record News(string Key, NoticeKind Kind, Area About, string Path, Func<string, IReadOnlyDictionary<string, string?>> Values);

/// <summary>Writes notices to people, each in words of their own. Part of the caller's unit of work: the caller saves.</summary>
internal sealed class MakeNotices(AppDb db, TemplateBook templates, SiteSettings settings, TimeProvider time)
{
    private const string Thai = "th";

    public async Task RunAsync(News news, IReadOnlyList<ReachablePerson> people, CancellationToken ct)
    {
        var keys = people.ToDictionary(p => p.UserId, p => $"{news.Key}/{news.Kind.Code}/{p.UserId}");
        var wanted = keys.Values.ToList();
        var known = await db.Set<Notice>().Where(n => wanted.Contains(n.Key)).Select(n => n.Key).ToListAsync(ct);

        foreach (var person in people.Where(p => !known.Contains(keys[p.UserId])))
        {
            var words = await templates.WordsAsync(news.Kind, Thai, ct);
            db.Add(new Notice(keys[person.UserId], news.Kind.Code, new(person, Thai, news.About), Fill(words, news, person, Thai), time.GetUtcNow()));
        }
    }

    private NoticeWords Fill(NoticeWords words, News news, ReachablePerson person, string language)
    {
        Dictionary<string, string?> values = new(news.Values(language))
        {
            ["name"] = person.Name,
            ["site"] = SiteName(language),
            ["link"] = LinkTo(news.Path, language),
        };
        return new(Liquid.Fill(words.Subject, values), Liquid.Fill(words.Body, values));
    }

    private string SiteName(string language)
        => language != Thai && settings.Get<string?>(SettingNames.SiteNameEn, null) is { Length: > 0 } english
            ? english
            : settings.Get(SettingNames.SiteName, "Community Business Network");

    private string LinkTo(string path, string language)
        => settings.Get(SettingNames.BaseUrl, "") + (language == Thai ? "" : $"/{language}") + path;
}
