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

/// <summary>All marks of one entry, from the discussion on.</summary>
[Authorize(Permissions.ViewBoard)]
internal sealed class EntryModel(AppDb db, CurrentUser user, AllowFewSheets allowFewSheets, WriteFeedback writeFeedback, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Round Round { get; private set; } = null!;
    public Contender Contender { get; private set; } = null!;
    public IReadOnlyList<(string Name, ScoreSheet Sheet)> Sheets { get; private set; } = [];
    public Guid? MySheet { get; private set; }

    /// <summary>The chair may decide that it is ranked on so few sheets.</summary>
    public bool MayAllow { get; private set; }

    /// <summary>The secretary may write to the group.</summary>
    public bool MayAdvise { get; private set; }

    public string Province => Localizer.IsEnglish ? Provinces.Of(Contender.ProvinceCode).NameEn : Provinces.Of(Contender.ProvinceCode).NameTh;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid entry, CancellationToken ct)
    {
        if (!await LoadAsync(id, entry, ct))
        {
            return NotFound();
        }

        Words = Contender.FeedbackWords;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid entry, CancellationToken ct)
        => await AnswerAsync(id, entry, await allowFewSheets.RunAsync(new(id, Version, entry, Reason), ct), "screening.decision-kept", ct);

    public async Task<IActionResult> OnPostFeedbackAsync(Guid id, Guid entry, CancellationToken ct)
        => await AnswerAsync(id, entry, await writeFeedback.RunAsync(new(id, Version, entry, Words), ct), "screening.feedback-kept", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Guid entry, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id, entry });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(id, entry, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, Guid entry, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().VisibleTo(user).Whole().SingleOrDefaultAsync(r => r.Id == id, ct);

        if (round is null || !round.ShowsMarks() || round.Contenders.VisibleTo(user).SingleOrDefault(c => c.EntryId == entry) is not { } contender)
        {
            return false;
        }

        (Round, Contender, Version) = (round, contender, round.Version);
        ModelState.Remove(nameof(Version));
        var names = round.Panel.Seats.ToDictionary(s => s.UserId, s => s.Name);
        Sheets = [.. contender.FinalSheets.OrderBy(s => s.MemberId, StringComparer.Ordinal).Select(s => (names[s.MemberId], s))];
        MySheet = contender.Sheets.SingleOrDefault(s => s.MemberId == user.Id)?.Id;
        MayAllow = round.State == RoundState.Discussion && contender.FewSheetsReason is null && Sheets.Count is > 0 and < Round.FewestSheets
            && await db.Set<Round>().LedBy(user).AnyAsync(r => r.Id == id, ct);
        MayAdvise = round.State is RoundState.Closed or RoundState.Resolved && await db.Set<Round>().RecordedBy(user).AnyAsync(r => r.Id == id, ct);
        return true;
    }
}
