using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>One request: what is asked, who answers, whether it is she who asks, and the answer.</summary>
[Authorize(Permissions.Privacy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PrivacyRequestModel(AppDb db, CurrentUser user, Localizer text, TimeProvider time) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Assignee { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public PrivacyRequest Asked { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public string AssigneeName { get; private set; } = "–";
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAssignAsync(Guid id, [FromServices] AssignPrivacyRequest assign, CancellationToken ct)
        => await AnswerAsync(id, await assign.RunAsync(id, Version, Assignee, ct), ct);

    public async Task<IActionResult> OnPostIdentityAsync(Guid id, [FromServices] ConfirmPrivacyIdentity confirm, CancellationToken ct)
        => await AnswerAsync(id, await confirm.RunAsync(id, Version, Note, ct), ct);

    public async Task<IActionResult> OnPostDoneAsync(Guid id, [FromServices] AnswerPrivacyRequest answer, CancellationToken ct)
        => await AnswerAsync(id, await answer.RunAsync(id, Version, done: true, Answer, ct), ct);

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, [FromServices] AnswerPrivacyRequest answer, CancellationToken ct)
        => await AnswerAsync(id, await answer.RunAsync(id, Version, done: false, Answer, ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say("accounts.saved");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await ShowAsync(id, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.Set<PrivacyRequest>().AsNoTracking().HandledBy(user).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } asked)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        (Asked, Version) = (asked, asked.Version);
        var holders = await (await db.PrivacyHandlersAsync(ct)).OrderBy(a => a.NormalizedUserName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(ct);
        People = [new("–", ""), .. holders.Select(a => new SelectListItem(a.DisplayName, a.Id.ToString()))];
        AssigneeName = asked.AssigneeId is { } who ? await NameOfAsync(who, ct) : "–";
        Assignee ??= asked.AssigneeId ?? user.Id;
        return Page();
    }

    private async Task<string> NameOfAsync(string userId, CancellationToken ct)
        => Guid.TryParse(userId, out var id) ? await db.Set<Account>().Where(a => a.Id == id).Select(a => a.DisplayName).SingleOrDefaultAsync(ct) ?? userId : userId;
}
