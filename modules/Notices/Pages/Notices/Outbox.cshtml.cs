using System.Globalization;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Outbox;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>What people are told, the newest first.</summary>
[Authorize(Permissions.View)]
internal sealed class OutboxModel(AppDb db, CurrentUser user, NoticeActs acts, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public NoticeState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>A part of the name or the address of who is told.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The ticked rows as "id/version".</summary>
    [BindProperty]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<Notice> Rows { get; private set; } = [];
    public bool MayManage => user.May(Permissions.ManageNotices);

    public IEnumerable<SelectListItem> StateItems =>
        [new("–", ""), .. Enum.GetValues<NoticeState>().Select(s => new SelectListItem(text[$"notices.state-{s}"], s.ToString()))];

    public IEnumerable<SelectListItem> KindItems => [new("–", ""), .. NoticeKinds.All.Select(k => new SelectListItem(text[$"notices.kind-{k.Code}"], k.Code))];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct) => await AnswerAsync(await acts.Hold.RunAsync(Seen(), ct), "notices.held", ct);

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct) => await AnswerAsync(await acts.Send.RunAsync(Seen(), ct), "notices.released", ct);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) => await AnswerAsync(await acts.Discard.RunAsync(Seen(), ct), "notices.discarded", ct);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { State, Kind, Q });
        }

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        ModelState.Add(outcome, text);
        await LoadAsync(ct);
        return Page();
    }

    private List<SeenNotice> Seen()
        => [.. Chosen.Distinct().Take(Paging.UsualSize).Select(c => c.Split('/')).Where(c => c.Length == 2)
            .Select(c => new SeenNotice(Guid.Parse(c[0]), long.Parse(c[1], CultureInfo.InvariantCulture)))];

    private async Task LoadAsync(CancellationToken ct)
    {
        var notices = db.Set<Notice>().AsNoTracking().VisibleTo(user);

        if (State is { } state)
        {
            notices = notices.Where(n => n.State == state);
        }

        if (!string.IsNullOrEmpty(Kind))
        {
            notices = notices.Where(n => n.Kind == Kind);
        }

        if (Q?.Trim() is { Length: > 0 } typed)
        {
            notices = notices.Where(n => n.RecipientName.Contains(typed) || n.RecipientEmail.Contains(typed));
        }

        Paging = Paging.Of(Request, await notices.CountAsync(ct));
        Rows = await notices.OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
