using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>What was decided about the rules, and by when they delete.</summary>
internal sealed class RetentionPlan(SiteSettings settings, TimeProvider time)
{
    public RetentionWish Of(IRetentionRule rule) => All.GetValueOrDefault(rule.Key) ?? new(rule.IsUsual, rule.UsualDays);

    public DateTimeOffset BeforeOf(IRetentionRule rule) => time.GetUtcNow().AddDays(-Of(rule).Days);

    public IReadOnlyDictionary<string, RetentionWish> All => settings.Get<Dictionary<string, RetentionWish>>(RetentionRules.Setting, []);
}
