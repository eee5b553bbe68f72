using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Privacy;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Deletes by night what was kept long enough, rule by rule, and writes down how much.</summary>
internal sealed class DeleteByRetention(AppDb db, CurrentUser user, RetentionPlan plan, IEnumerable<IRetentionRule> rules, TimeProvider time) : IRecurringJob
{
    public string Name => "accounts.retention";

    public string Cron => "0 30 19 * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        List<IRetentionRule> on = [.. rules.Where(r => plan.Of(r).IsOn)];

        foreach (var (at, rule) in on.Index())
        {
            progress.Report(100 * at / on.Count, RetentionRules.WordsOf(rule));
            var before = plan.BeforeOf(rule);
            await db.TransactionAsync(
                async () =>
                {
                    if (await rule.DeleteAsync(before, ct) is > 0 and var count)
                    {
                        db.Add(new RetentionRun(rule.Key, before, count, time.GetUtcNow()));
                        await db.SaveAsync(user, ct);
                    }
                },
                ct);
            db.ChangeTracker.Clear();
        }
    }
}
