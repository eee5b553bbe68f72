using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>A member's own sheets of a round, in the order that was drawn for her.</summary>
[Authorize(Permissions.Score)]
internal sealed class SheetsModel(AppDb db, CurrentUser user, SubmitSheets submitSheets, Localizer text) : PageModel
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public int Complete { get; private set; }
    public int Final { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>Locks all of them.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await submitSheets.RunAsync(new(id), ct);

        if (outcome.Succeeded)
        {
            this.Say("screening.sheets-locked-said");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var sheets = db.Set<ScoreSheet>().AsNoTracking().ScorableBy(user).Where(s => s.RoundId == id);
        var round = await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && sheets.Any(), ct);

        if (round is null)
        {
            return false;
        }

        Round = round;
        Paging = Paging.Of(Request, await sheets.CountAsync(ct));
        Complete = await sheets.CountAsync(s => s.Marked == round.Rules.Criteria.Count, ct);
        Final = await sheets.CountAsync(s => s.State != SheetState.Draft, ct);
        var rows = await sheets.OrderBy(s => s.Position).Skip(Paging.Skip).Take(Paging.Size)
            .Select(s => new Row(s.Id, s.Contender.GroupName, s.Contender.ProvinceCode, s.State, s.Marked, s.Points, s.PointsOf))
            .ToListAsync(ct);
        Rows = rows;
        return true;
    }

    internal sealed record Row(Guid Id, string Group, string ProvinceCode, SheetState State, int Marked, int Points, int PointsOf)
    {
        public string Province => Localizer.IsEnglish ? Provinces.Of(ProvinceCode).NameEn : Provinces.Of(ProvinceCode).NameTh;
    }
}
