using System.Globalization;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Happenings;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Reminders;

/// <summary>
/// Reminds of what is due in the current cycle. Every rule reminds of an entry once; whoever has several entries to be reminded of
/// gets one notice with all of them. Of several rules that have come due for the same role only the latest speaks.
/// </summary>
internal sealed class RemindPeople(AppDb db, CurrentUser user, ReminderPost post, TimeProvider time) : IRecurringJob
{
    public string Name => "notices.remind";

    public string Cron => "30 0/5 * * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        if (await db.CurrentCycleAsync(ct) is not { } cycle)
        {
            return;
        }

        var rules = await db.Set<ReminderRule>().AsNoTracking().Where(r => r.IsOn).ToListAsync(ct);

        foreach (var sameStep in rules.GroupBy(r => r.DueKey))
        {
            var owing = await db.EntryWordsAsync(db.Set<Entry>().Where(e => e.CycleId == cycle.Id).Owing(sameStep.Key), ct);

            foreach (var sameRole in sameStep.GroupBy(r => r.Role))
            {
                await RemindAsync([.. sameRole.OrderBy(r => r.Hours)], owing, cycle, ct);
            }
        }
    }

    private async Task RemindAsync(IReadOnlyList<ReminderRule> rules, IReadOnlyList<EntryWords> owing, Cycle cycle, CancellationToken ct)
    {
        var now = time.GetUtcNow();

        foreach (var rule in rules)
        {
            var speaks = owing.Where(w => w.Entry.DueAt(cycle, rule.DueKey) is { } due && Speaking(rules, due, now) == rule).ToList();
            var ids = speaks.Select(w => w.Entry.Id).ToList();
            var marked = await db.Set<ReminderMark>().Where(m => m.RuleId == rule.Id && ids.Contains(m.EntryId)).Select(m => m.EntryId).ToListAsync(ct);
            var fresh = speaks.Where(w => !marked.Contains(w.Entry.Id)).ToList();

            if (fresh.Count > 0)
            {
                db.AddRange(fresh.Select(w => new ReminderMark(rule.Id, w.Entry.Id, now)));
                await post.WriteAsync(rule, fresh, cycle, ct);
                await db.SaveAsync(user, ct);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The latest rule that has come due; one from before the due date is silent after it.</summary>
    private static ReminderRule? Speaking(IReadOnlyList<ReminderRule> rules, DateTimeOffset due, DateTimeOffset now)
        => rules.LastOrDefault(r => due.AddHours(r.Hours) <= now) is { } last && (last.Hours >= 0 || now < due) ? last : null;
}

/// <summary>Writes the reminders of one rule: a notice to each person, with all the entries of her area.</summary>
internal sealed class ReminderPost(IReachablePeople people, MakeNotices make, MessageBook messages, TimeProvider time)
{
    private const int MostListed = 100;

    public async Task WriteAsync(ReminderRule rule, IReadOnlyList<EntryWords> entries, Cycle cycle, CancellationToken ct)
    {
        Dictionary<ReachablePerson, List<EntryWords>> byPerson = [];

        foreach (var words in entries)
        {
            foreach (var person in await people.HoldersOfAsync([rule.Role], words.Entry.Area, ct))
            {
                if (!byPerson.TryGetValue(person, out var hers))
                {
                    byPerson.Add(person, hers = []);
                }

                hers.Add(words);
            }
        }

        foreach (var (person, hers) in byPerson)
        {
            var first = hers[0].Entry;
            News news = new(
                $"rule/{rule.Id:N}/{first.Id:N}",
                rule.Kind,
                hers.Count == 1 ? first.Area : Area.Nation,
                hers.Count == 1 ? $"/my/entries/{first.Id}" : "/my/entries",
                language => Values(rule, hers, cycle, language));
            await make.RunAsync(news, [person], ct);
        }
    }

    private Dictionary<string, string?> Values(ReminderRule rule, IReadOnlyList<EntryWords> entries, Cycle cycle, string language)
    {
        var due = entries.Min(w => w.Entry.DueAt(cycle, rule.DueKey)!.Value);
        var left = due - time.GetUtcNow();
        var lines = entries.Take(MostListed).Select(w => w.In(language)).Select(v => $"- {v["group"]} ({v["code"]}) {v["province"]}");
        return entries[0].In(
            language,
            ("step", messages.WordsOf(language, rule.DueKey)),
            ("deadline", EntryWords.Instant(language, due.AddMinutes(-1))),
            ("days", left < TimeSpan.Zero ? Whole(Math.Max(1, (-left).Days)) : left.Days > 0 ? Whole(left.Days) : null),
            ("hours", left < TimeSpan.Zero || left.Days > 0 ? null : Whole(left.Hours)),
            ("count", Whole(entries.Count)),
            ("groups", string.Join('\n', lines)));

        static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
