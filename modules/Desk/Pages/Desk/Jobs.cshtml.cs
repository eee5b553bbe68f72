using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>The recurring jobs of the modules that are on: when each ran, when it will, how far a running one is.</summary>
[Authorize(Permissions.ManageSite)]
internal sealed class JobsModel(AppDb db, IEnumerable<IRecurringJob> jobs, FeatureStates features, ISchedulerFactory schedulers, RunningJobs running) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The message that names a job: "contents.publish-due" is "contents.job.publish-due".</summary>
    internal static string TextKeyOf(string job) => job.Insert(job.IndexOf('.', StringComparison.Ordinal) + 1, "job.");

    public async Task OnGetAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        List<Row> rows = [];

        foreach (var job in features.Active(jobs).OrderBy(j => j.Name, StringComparer.Ordinal))
        {
            var triggers = await scheduler.GetTriggersOfJob(new JobKey(job.Name), ct);
            rows.Add(new(
                job.Name,
                job.Cron,
                triggers.Select(t => t.PreviousFireTimeUtc).Max(),
                triggers.Select(t => t.NextFireTimeUtc).Min(),
                running.Now.GetValueOrDefault(job.Name),
                await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct)));
        }

        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if (features.Active(jobs).All(j => j.Name != name))
        {
            return NotFound();
        }

        await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(name), ct);
        this.Say("desk.job-started");
        return RedirectToPage();
    }

    internal sealed record Row(string Name, string Cron, DateTimeOffset? Last, DateTimeOffset? Next, JobProgress? Now, JobRun? LastRun)
    {
        public string TextKey => TextKeyOf(Name);
    }
}
