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

/// <summary>The requests of the persons concerned, the most urgent first.</summary>
[Authorize(Permissions.Privacy)]
internal sealed class PrivacyModel(AppDb db, CurrentUser user, IPersonNames people, Localizer text, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PrivacyState? State { get; set; }

    /// <summary>A part of a number or a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<PrivacyRequest> Rows { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<SelectListItem> States { get; private set; } = [];
    public int Open { get; private set; }
    public int Late { get; private set; }
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = db.Set<PrivacyRequest>().AsNoTracking().HandledBy(user);
        var open = all.Where(r => r.State == PrivacyState.Received || r.State == PrivacyState.IdentityChecked);
        var (now, typed) = (Now, Q?.Trim() ?? "");
        (Open, Late) = (await open.CountAsync(ct), await open.CountAsync(r => r.DueAt <= now, ct));
        var chosen = all.Where(r => (State == null || r.State == State) && (typed == "" || r.Number.Contains(typed) || r.Name.Contains(typed)));
        Paging = Paging.Of(Request, await chosen.CountAsync(ct));
        Rows = await chosen.OrderBy(r => r.ClosedAt != null).ThenBy(r => r.DueAt).ThenBy(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Names = await people.OfAsync([.. Rows.Select(r => r.AssigneeId).OfType<string>().Distinct()], ct);
        States = [new("–", ""), .. Enum.GetValues<PrivacyState>().Select(s => new SelectListItem(text[$"accounts.privacy-state-{s}"], s.ToString()))];
    }
}
