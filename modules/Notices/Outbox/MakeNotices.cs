using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;
using CommunityBusinessNetwork.Notices.Wishes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Something to tell.</summary>
/// <param name="Key">Why, once: an event and what it is about. With the kind and the person it makes the notice the only one.</param>
/// <param name="About">The area of what it is about; nobody without it may be among the readers.</param>
/// <param name="Path">The page to go on from, "/my/…".</param>
/// <param name="Values">What fills the gaps of the kind, in a language.</param>
internal sealed record News(string Key, NoticeKind Kind, Area About, string Path, Func<string, IReadOnlyDictionary<string, string?>> Values);

/// <summary>Writes notices to people, each as she wishes to be told. Part of the caller's unit of work: the caller saves.</summary>
internal sealed class MakeNotices(AppDb db, TemplateBook templates, SiteWords site, TimeProvider time)
{
    private static readonly TimeOnly DigestHour = new(7, 0);

    public async Task RunAsync(News news, IReadOnlyList<ReachablePerson> people, CancellationToken ct)
    {
        var keys = people.ToDictionary(p => p.UserId, p => $"{news.Key}/{news.Kind.Code}/{p.UserId}");
        var (wanted, ids) = (keys.Values.ToList(), keys.Keys.ToList());
        var known = await db.Set<Notice>().Where(n => wanted.Contains(n.Key)).Select(n => n.Key).ToListAsync(ct);
        var wishes = await db.Set<PersonWishes>().AsNoTracking().Where(w => ids.Contains(w.UserId)).ToDictionaryAsync(w => w.UserId, ct);
        Dictionary<string, NoticeWords> words = [];

        foreach (var person in people.Where(p => !known.Contains(keys[p.UserId])))
        {
            var hers = wishes.GetValueOrDefault(person.UserId) ?? new(person.UserId);

            if (!words.TryGetValue(hers.Language, out var template))
            {
                words.Add(hers.Language, template = await templates.WordsAsync(news.Kind, hers.Language, ct));
            }

            db.Add(Write(keys[person.UserId], news, person, hers, template));
        }
    }

    private Notice Write(string key, News news, ReachablePerson person, PersonWishes wishes, NoticeWords words)
    {
        var now = time.GetUtcNow();
        Notice notice = new(key, news.Kind.Code, new(person, wishes.Language, news.About), words.Filled(site.Complete(news.Values(wishes.Language), person.Name, news.Path, wishes.Language)), now);

        switch (wishes.For(news.Kind))
        {
            case Wish.Daily:
                notice.WaitForDigest(NextDigest(now));
                break;
            case Wish.Never:
                notice.LeaveOut();
                break;
        }

        return notice;
    }

    private static DateTimeOffset NextDigest(DateTimeOffset now)
    {
        var today = BangkokTime.At(BangkokTime.DateOf(now), DigestHour);
        return now < today ? today : today.AddDays(1);
    }
}
