using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Decides whether a rule works and how long it keeps. Shorter than the law wants is refused.</summary>
internal sealed class SetRetention(AppDb db, CurrentUser user, SiteSettings settings, RetentionPlan plan, IEnumerable<IRetentionRule> rules)
{
    private const int MostDays = 36_500;

    public async Task<Outcome> RunAsync(string key, bool isOn, int? days, CancellationToken ct)
    {
        if (!user.MayHandlePrivacy() || rules.SingleOrDefault(r => r.Key == key) is not { } rule)
        {
            return Outcome.NotFound;
        }

        if (days is not { } kept || kept < rule.LeastDays || kept > MostDays)
        {
            return Outcome.Refused("accounts.retention-days-invalid", "Days", ("least", rule.LeastDays), ("most", MostDays));
        }

        await settings.SetAsync(db, user, RetentionRules.Setting, new Dictionary<string, RetentionWish>(plan.All) { [key] = new(isOn, kept) }, ct);
        return Outcome.Done;
    }
}
