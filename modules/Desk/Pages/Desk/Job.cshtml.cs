using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>One job: every time that it ran, how long it took, what went wrong, and the button that runs it again.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class JobModel(AppDb db, IEnumerable<IRecurringJob> jobs, FeatureStates features, RunningJobs running) : PageModel
{
    public string Name { get; private set; } = "";
    public JobProgress? Now => running.Now.GetValueOrDefault(Name);
    public Paging Paging { get; private set; } = new(1, Paging.UsualSize, 0);
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (features.Active(jobs).All(j => j.Name != name))
        {
            return NotFound();
        }

        Name = name;
        var all = db.Set<JobRun>().AsNoTracking().Where(r => r.Job == name);
        Paging = Paging.Of(Request, await all.CountAsync(ct));
        Runs = await all.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return Page();
    }
}
