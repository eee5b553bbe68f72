using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class JobRunnerTests : IDisposable
{
    private readonly Given _given = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task A_run_is_kept_in_the_history()
    {
        Assert.Equal(new JobOutcome(true, null), await RunAsync(VerifyAudit.JobName));
        var run = Assert.Single(await RunsAsync());
        Assert.Equal((VerifyAudit.JobName, 1, true), (run.Job, run.Attempt, run.IsDone));
        Assert.Empty(_given.Services.GetRequiredService<RunningJobs>().Now);
    }

    [Fact]
    public async Task A_fault_is_kept_and_named_and_the_health_page_says_so()
    {
        await _given.InDbAsync(db => db.Database.ExecuteSqlAsync($"update audit set data = 'x' where number = 1", Ct));

        var outcome = await RunAsync(VerifyAudit.JobName, attempt: 2);

        Assert.Contains("row 1", outcome.Fault, StringComparison.Ordinal);
        Assert.Equal((2, false), ((await RunsAsync()).Single().Attempt, (await RunsAsync()).Single().IsDone));
        Assert.Empty(_given.Services.GetRequiredService<RunningJobs>().Now);
        var lines = await HealthAsync();
        Assert.Equal(HealthState.Broken, lines.Single(l => l.NameKey == "health.audit").State);
        Assert.Equal(HealthState.Warning, lines.Single(l => l.NameKey == "health.jobs").State);
    }

    [Fact]
    public void It_is_tried_again_three_times_and_then_waits_for_its_usual_time()
    {
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)], new[] { 1, 2, 3 }.Select(JobRunner.PauseAfter));
        Assert.Null(JobRunner.PauseAfter(4));
    }

    [Fact]
    public async Task The_job_of_a_module_that_is_off_rests()
    {
        await SwitchOffAsync("Notices");
        Assert.Equal(JobOutcome.Rested, await RunAsync("notices.post"));
        Assert.Equal(JobOutcome.Rested, await RunAsync("nobody.knows-it"));
        Assert.Empty(await RunsAsync());

        await SwitchOffAsync();
        Assert.True((await RunAsync("notices.post")).Ran);
    }

    [Fact]
    public async Task A_sound_site_is_fine()
    {
        await RunAsync(VerifyAudit.JobName);
        await _given.DeliverAsync();
        Assert.All(await HealthAsync(), line => Assert.Equal((line.NameKey, HealthState.Fine), (line.NameKey, line.State)));
    }

    private Task<JobOutcome> RunAsync(string name, int attempt = 1) => _given.Services.GetRequiredService<JobRunner>().RunAsync(name, attempt, Ct);

    private Task<List<JobRun>> RunsAsync() => _given.InDbAsync(db => db.Set<JobRun>().AsNoTracking().ToListAsync(Ct));

    private Task<int> SwitchOffAsync(params string[] modules) => _given.InDbAsync(async db =>
    {
        await _given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.FeaturesOff, modules, Ct);
        return 0;
    });

    private async Task<IReadOnlyList<HealthLine>> HealthAsync()
    {
        await using var scope = _given.Services.CreateAsyncScope();
        List<HealthLine> lines = [];

        foreach (var source in scope.ServiceProvider.GetServices<IHealthSource>())
        {
            lines.AddRange(await source.CheckAsync(Ct));
        }

        return lines;
    }
}
