using System.Text;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Pages.Screening;

/// <summary>The secretary seals the record, chair and secretary sign it, and whoever may see the round checks it.</summary>
[Authorize(Permissions.ViewBoard)]
internal sealed class ResolutionModel(AppDb db, CurrentUser user, ResolveRound resolveRound, SignResolution signResolution, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public IList<string> Attendance { get; set; } = [];

    [BindProperty]
    public string? TypedName { get; set; }

    public Round Round { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public Resolution? Resolution { get; private set; }
    public IReadOnlyList<(RoundPlace Place, Contender Contender)> Places { get; private set; } = [];

    /// <summary>She is recused from an entry: the sealed text, which names all, is not for her.</summary>
    public bool Hides { get; private set; }

    public bool Verified { get; private set; }
    public bool MaySeal { get; private set; }
    public bool MaySign { get; private set; }

    /// <summary>The secretary may write to the groups.</summary>
    public bool MayAdvise { get; private set; }

    public int Advised => Places.Count(p => p.Contender.FeedbackWords is not null);

    public IReadOnlyList<Contender> Unadvised => [.. Places.Select(p => p.Contender).Where(c => c.FeedbackWords is null)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Attendance = [.. Round.Panel.Seats.Select(s => s.UserId)];
        return Page();
    }

    /// <summary>The sealed text, byte for byte as it was hashed.</summary>
    public async Task<IActionResult> OnGetJsonAsync(Guid id, CancellationToken ct)
        => await LoadAsync(id, ct) && Resolution is { } resolution && !Hides
            ? File(Encoding.UTF8.GetBytes(resolution.Json), "application/json", $"resolution-{Round.Number}-{resolution.Sha256[..12]}.json")
            : NotFound();

    public async Task<IActionResult> OnPostSealAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await resolveRound.RunAsync(new(id, Version, Number, [.. Attendance]), ct), "screening.sealed", ct);

    public async Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await signResolution.RunAsync(new(id, Version, TypedName), ct), "screening.signed", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().VisibleTo(user).Whole()
            .SingleOrDefaultAsync(r => r.Id == id && (r.State == RoundState.Closed || r.State == RoundState.Resolved), ct);

        if (round is null)
        {
            return false;
        }

        Round = round;
        Cycle = await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == round.CycleId, ct);
        Resolution = await db.Set<Resolution>().AsNoTracking().Where(r => r.RoundId == id).OrderByDescending(r => r.Edition).FirstOrDefaultAsync(ct);
        Version = Resolution?.Version ?? round.Version;
        ModelState.Remove(nameof(Version));
        Verified = Resolution?.Verifies() ?? false;
        var visible = round.Contenders.VisibleTo(user).ToDictionary(c => c.EntryId);
        Hides = visible.Count < round.Contenders.Count;
        Places = [.. round.Places().Where(p => visible.ContainsKey(p.EntryId)).Select(p => (p, visible[p.EntryId]))];
        MayAdvise = await db.Set<Round>().RecordedBy(user).AnyAsync(r => r.Id == id, ct);
        MaySeal = Resolution is null && MayAdvise;
        MaySign = Resolution is not null && round.State == RoundState.Closed && Resolution.Signatures.All(s => s.UserId != user.Id)
            && await db.Set<Round>().RunBy(user).AnyAsync(r => r.Id == id, ct);
        return true;
    }
}
