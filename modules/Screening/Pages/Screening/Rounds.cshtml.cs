using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The rounds of one's panels, with how far one has come.</summary>
[Authorize(Permissions.ViewBoard)]
internal sealed class RoundsModel(AppDb db, CurrentUser user) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var boards = db.Set<Round>().VisibleTo(user).Select(r => r.Id);
        var rounds = await db.Set<Round>().AsNoTracking().ListedFor(user)
            .OrderByDescending(r => r.OpenedAt).Take(Most)
            .Select(r => new { r.Id, r.Name, r.State, r.OpenedAt, ShowsBoard = boards.Contains(r.Id) })
            .ToListAsync(ct);
        var mine = await db.Set<ScoreSheet>().ScorableBy(user)
            .GroupBy(s => s.RoundId)
            .Select(g => new { g.Key, All = g.Count(), Done = g.Count(s => s.State != SheetState.Draft) })
            .ToDictionaryAsync(g => g.Key, ct);
        Rows = [.. rounds.Select(r => new Row(r.Id, r.Name, r.State, r.OpenedAt, r.ShowsBoard, mine.GetValueOrDefault(r.Id)?.Done ?? 0, mine.GetValueOrDefault(r.Id)?.All ?? 0))];
    }

    internal sealed record Row(Guid Id, string Name, RoundState State, DateTimeOffset OpenedAt, bool ShowsBoard, int Done, int Mine);
}
