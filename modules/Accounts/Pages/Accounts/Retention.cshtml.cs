using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>How long what is kept, what would go tonight, and what has gone.</summary>
[Authorize(Permissions.Privacy)]
internal sealed class RetentionModel(AppDb db, CurrentUser user, RetentionPlan plan, IEnumerable<IRetentionRule> rules) : PageModel
{
    private const int Samples = 3;

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<RetentionRun> Runs { get; private set; } = [];
    public IReadOnlyDictionary<string, IRetentionRule> ByKey { get; } = rules.ToDictionary(r => r.Key);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!user.MayHandlePrivacy())
        {
            return NotFound();
        }

        List<Line> lines = [];

        foreach (var rule in ByKey.Values)
        {
            var before = plan.BeforeOf(rule);
            lines.Add(new(rule, plan.Of(rule), await rule.CountAsync(before, ct), await rule.SampleAsync(before, Samples, ct)));
        }

        Lines = lines;
        Paging = Paging.Of(Request, await db.Set<RetentionRun>().CountAsync(ct));
        Runs = await db.Set<RetentionRun>().AsNoTracking().OrderByDescending(r => r.At).ThenBy(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return Page();
    }

    internal sealed record Line(IRetentionRule Rule, RetentionWish Wish, int Count, IReadOnlyList<string> Samples);
}
