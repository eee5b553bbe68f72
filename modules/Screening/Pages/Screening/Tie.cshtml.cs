using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>A vote is recorded, or a lot drawn, for a tie that the ladder left.</summary>
[Authorize(Permissions.ViewBoard)]
internal sealed class TieModel(AppDb db, CurrentUser user, SettleTie settleTie, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public IList<Row> Form { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Contender> Tied { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string entry, CancellationToken ct)
    {
        if (!await LoadAsync(id, entry, ct))
        {
            return NotFound();
        }

        Version = Round.Version;
        Form = [.. Tied.Select((c, at) => new Row(c.GroupCode, at + 1))];
        return Page();
    }

    public Task<IActionResult> OnPostVoteAsync(Guid id, string entry, CancellationToken ct) => SettleAsync(id, entry, Settlement.Vote, ct);

    public Task<IActionResult> OnPostLotAsync(Guid id, string entry, CancellationToken ct) => SettleAsync(id, entry, Settlement.Lot, ct);

    private async Task<IActionResult> SettleAsync(Guid id, string entry, string way, CancellationToken ct)
    {
        if (!await LoadAsync(id, entry, ct))
        {
            return NotFound();
        }

        var order = Form.OrderBy(r => r.Place).ToList();

        if (way == Settlement.Vote && !order.Select(r => r.Place).SequenceEqual(Enumerable.Range(1, order.Count)))
        {
            ModelState.AddModelError("", text["screening.places-once"]);
            return Page();
        }

        var outcome = await settleTie.RunAsync(new(id, Version, way, [.. order.Select(r => r.Entry)], Words), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.tie-settled");
            return RedirectToPage("/Screening/Board", new { id });
        }

        ModelState.Add(outcome, text);
        Version = Round.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, string entry, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().RunBy(user).Whole().SingleOrDefaultAsync(r => r.Id == id && r.State == RoundState.Discussion, ct);
        var tie = round?.Rank().Ties.FirstOrDefault(t => t.Contains(entry));

        if (round is null || tie is null)
        {
            return false;
        }

        Round = round;
        Tied = [.. round.Contenders.VisibleTo(user).Where(c => tie.Contains(c.GroupCode)).OrderBy(c => c.GroupCode, StringComparer.Ordinal)];

        // Who is recused from one of them does not learn of it here.
        return Tied.Count == tie.Count;
    }

    public sealed record Row(string Entry, int Place);
}
