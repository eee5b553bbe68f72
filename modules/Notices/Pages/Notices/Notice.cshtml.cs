using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Outbox;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>One notice: to whom, in which words, how far it is, and what can be done with it.</summary>
[Authorize(Permissions.View)]
internal sealed class NoticeModel(AppDb db, CurrentUser user, NoticeActs acts, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public Notice Notice { get; private set; } = null!;
    public bool MayManage => user.May(Permissions.ManageNotices, new(Notice.AreaPath));
    public bool MayEdit => MayManage && Notice.IsOpen;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Subject, Body) = (Notice.Subject, Notice.Body);
        return Page();
    }

    public async Task<IActionResult> OnPostRewordAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Reword.RunAsync(new(new(id, Version), Subject, Body), ct), "notices.saved", keepTyped: true, ct);

    public async Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Hold.RunAsync([new(id, Version)], ct), "notices.held", keepTyped: false, ct);

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Send.RunAsync([new(id, Version)], ct), "notices.released", keepTyped: false, ct);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
        => await AnswerAsync(id, await acts.Discard.RunAsync([new(id, Version)], ct), "notices.discarded", keepTyped: false, ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string said, bool keepTyped, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { id });
        }

        if (outcome == Outcome.NotFound || !await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!keepTyped)
        {
            (Subject, Body) = (Notice.Subject, Notice.Body);
        }

        // The next save goes on what is there now.
        ModelState.Remove(nameof(Version));
        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Notice>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice)
        {
            return false;
        }

        (Notice, Version) = (notice, notice.Version);
        return true;
    }
}
