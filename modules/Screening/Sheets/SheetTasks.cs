using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>What waits for the committee: sheets to mark, a discussion to open, a round to close, a record to seal and to sign.</summary>
internal sealed class SheetTasks(AppDb db) : ITaskSource
{
    private const int MostRounds = 20;

    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        if (!user.May(Permissions.ViewingBoard) || user.IsSystem || query.Province is not null)
        {
            return TaskList.Empty;
        }

        var rounds = await db.Set<Round>().AsNoTracking()
            .Where(r => r.State != RoundState.Resolved && r.Panel.Seats.Any(s => s.UserId == user.Id) && (query.Cycle == null || r.CycleId == query.Cycle))
            .OrderBy(r => r.OpenedAt).Take(MostRounds)
            .Select(r => new { Round = r, Rules = db.Set<Cycle>().Where(c => c.Id == r.CycleId).Select(c => c.Rules).Single() })
            .ToListAsync(ct);
        List<WorkTask> tasks = [];

        foreach (var (round, rules) in rounds.Select(r => (r.Round, r.Rules)))
        {
            var due = rules.DueDates.SingleOrDefault(d => d.Key == (round.Number == 1 ? DueDates.Round1 : DueDates.Round2))?.EndsAt;
            tasks.AddRange(await OfAsync(round, due, user, ct));
        }

        return TaskList.Of(tasks, query);
    }

    private async Task<IReadOnlyList<WorkTask>> OfAsync(Round round, DateTimeOffset? due, CurrentUser user, CancellationToken ct)
    {
        var leads = await db.Set<Round>().LedBy(user).AnyAsync(r => r.Id == round.Id, ct);
        var records = await db.Set<Round>().RecordedBy(user).AnyAsync(r => r.Id == round.Id, ct);
        var board = $"/review/rounds/{round.Id}";

        return round.State switch
        {
            RoundState.Open => await MarkingAsync(round, leads, due, user, ct),
            RoundState.Discussion when leads => [new("screening.task-close", [("round", round.Name)], "", $"{board}/close", "screening.task-close-do", due)],
            RoundState.Closed when leads || records => await SigningAsync(round, records, due, user, ct),
            _ => [],
        };
    }

    private async Task<IReadOnlyList<WorkTask>> MarkingAsync(Round round, bool leads, DateTimeOffset? due, CurrentUser user, CancellationToken ct)
    {
        var drafts = db.Set<ScoreSheet>().Where(s => s.RoundId == round.Id && s.State == SheetState.Draft && s.Contender.WithdrawnReason == null);
        var mine = await drafts.ScorableBy(user).CountAsync(ct);
        List<WorkTask> tasks = [];

        if (mine > 0)
        {
            tasks.Add(new("screening.task-mark", [("round", round.Name), ("count", mine)], "", $"/review/rounds/{round.Id}/sheets", "screening.task-mark-do", due));
        }

        if (leads && !await drafts.AnyAsync(ct))
        {
            tasks.Add(new("screening.task-discuss", [("round", round.Name)], "", $"/review/rounds/{round.Id}", "screening.task-discuss-do", due));
        }

        return tasks;
    }

    private async Task<IReadOnlyList<WorkTask>> SigningAsync(Round round, bool records, DateTimeOffset? due, CurrentUser user, CancellationToken ct)
    {
        var url = $"/review/rounds/{round.Id}/resolution";
        var resolution = await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id, ct);

        return resolution is null
            ? records ? [new("screening.task-seal", [("round", round.Name)], "", url, "screening.task-seal-do", due)] : []
            : resolution.Signatures.Any(s => s.UserId == user.Id) ? []
            : [new("screening.task-sign", [("round", round.Name)], "", url, "screening.task-sign-do", due)];
    }
}
