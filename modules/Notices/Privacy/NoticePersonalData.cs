using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Notices.Wishes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Privacy;

/// <summary>What a person was told, and how she wishes to be told.</summary>
internal sealed class NoticePersonalData(AppDb db) : IPersonalData
{
    private const int Most = 200;

    public async Task<IReadOnlyList<PersonalDatum>> OfAsync(DataSubject person, CancellationToken ct)
    {
        var notices = await Notices(person).AsNoTracking().OrderByDescending(n => n.MadeAt).Take(Most).ToListAsync(ct);
        var wishes = await Wishes(person).AsNoTracking().ToListAsync(ct);
        return
        [
            .. notices.Select(n => new PersonalDatum("notices.personal", $"{n.RecipientName} <{n.RecipientEmail}> {n.Subject}", $"/admin/notices/{n.Id}", n.MadeAt)),
            .. wishes.Select(w => new PersonalDatum("notices.personal-wishes", w.Language, null, null)),
        ];
    }

    public async Task<int> EraseAsync(DataSubject person, CancellationToken ct) => await Notices(person).ExecuteDeleteAsync(ct) + await Wishes(person).ExecuteDeleteAsync(ct);

    private IQueryable<Notice> Notices(DataSubject person)
        => db.Set<Notice>().Where(n => (person.UserId != null && n.RecipientId == person.UserId) || (person.Email != null && n.RecipientEmail == person.Email));

    private IQueryable<PersonWishes> Wishes(DataSubject person) => db.Set<PersonWishes>().Where(w => person.UserId != null && w.UserId == person.UserId);
}

/// <summary>Messages that were sent, or that somebody or she herself did not want.</summary>
internal sealed class OldNotices(AppDb db) : IRetentionRule
{
    public string Key => "notices.sent";

    public int UsualDays => 730;

    public int LeastDays => 90;

    public bool IsUsual => true;

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken ct) => Due(before).CountAsync(ct);

    public async Task<IReadOnlyList<string>> SampleAsync(DateTimeOffset before, int most, CancellationToken ct)
        => [.. (await Due(before).OrderBy(n => n.MadeAt).Take(most).Select(n => new { n.Kind, n.MadeAt }).ToListAsync(ct)).Select(n => $"{n.Kind} {PageFormat.Date(n.MadeAt)}")];

    public Task<int> DeleteAsync(DateTimeOffset before, CancellationToken ct) => Due(before).ExecuteDeleteAsync(ct);

    private IQueryable<Notice> Due(DateTimeOffset before)
        => db.Set<Notice>().Where(n => (n.State == NoticeState.Sent || n.State == NoticeState.Discarded) && n.MadeAt < before);
}
