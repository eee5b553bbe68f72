using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters;

/// <summary>What waits in the matter of letters: to be written, signed, sent, acknowledged. Each is due on the day of its event.</summary>
internal sealed class LetterTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        TaskGathering tasks = new(query);

        if (user.May(Permissions.Drafting))
        {
            await AddAsync(ToWrite(user), "write", e => $"/my/letters/new?event={e}");
            await AddAsync(Of(db.Set<OfficialLetter>().DraftableBy(user).Where(l => l.Status == LetterStatus.Signed)), "send", Page);
        }

        if (user.May(Permissions.Signing))
        {
            await AddAsync(Of(db.Set<OfficialLetter>().SignableBy(user).Where(l => l.Status == LetterStatus.Draft)), "sign", Page);
        }

        if (user.May(Permissions.Receiving))
        {
            await AddAsync(Of(ToAcknowledge(user)), "acknowledge", Page);
        }

        return tasks.List;

        async Task AddAsync(IQueryable<Waiting> all, string act, Func<Guid, string> url)
        {
            var waiting = all.AskedFor(query, w => w.Cycle, w => w.AreaPath);
            await tasks.AddAsync(
                new($"letters.task-{act}", $"letters.{act}", [], await waiting.CountAsync(ct)),
                async most => (await waiting.OrderBy(w => w.Date).Take(most).ToListAsync(ct))
                    .Select(w => new WorkTask($"letters.task-{act}", [], w.Group, url(w.Id), $"letters.{act}", BangkokTime.StartOf(w.Date))));
        }
    }

    /// <summary>Events of groups that have not been notified and for which no letter is on its way.</summary>
    public static IQueryable<GroupEvent> Unwritten(AppDb db, CurrentUser user)
        => db.Set<GroupEvent>().VisibleTo(user).Where(e
            => db.Set<Entry>().Any(n => n.Id == e.EntryId && n.State == EntryStates.Targeted)
            && !db.Set<OfficialLetter>().Any(l => l.EventId == e.Id && l.Status != LetterStatus.Cancelled));

    private IQueryable<Waiting> ToWrite(CurrentUser user)
        => Unwritten(db, user).Join(db.Set<Entry>(), e => e.EntryId, n => n.Id, (e, n) => new Waiting { Id = e.Id, Group = n.GroupNameTh, Date = e.Date, Cycle = n.CycleId, AreaPath = n.AreaPath });

    private IQueryable<OfficialLetter> ToAcknowledge(CurrentUser user)
    {
        List<string> mine = [.. user.AreasOf(Permissions.Receiving).Select(a => a.Path)];
        return db.Set<OfficialLetter>().ReceivedBy(user).Where(l => !l.Receipts.Any(r => mine.Contains(r.AreaPath)));
    }

    private IQueryable<Waiting> Of(IQueryable<OfficialLetter> letters)
        => from letter in letters
           join happening in db.Set<GroupEvent>() on letter.EventId equals happening.Id
           join entry in db.Set<Entry>() on letter.EntryId equals entry.Id
           select new Waiting { Id = letter.Id, Group = entry.GroupNameTh, Date = happening.Date, Cycle = entry.CycleId, AreaPath = entry.AreaPath };

    private static string Page(Guid id) => $"/my/letters/{id}";

    private sealed class Waiting
    {
        public required Guid Id { get; init; }
        public required string Group { get; init; }
        public required DateOnly Date { get; init; }
        public required Guid Cycle { get; init; }
        public required string AreaPath { get; init; }
    }
}
