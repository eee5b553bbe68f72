using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Reminders;

/// <summary>Makes a rule, or changes one. What it has reminded of already stays reminded.</summary>
internal sealed class SetReminder(AppDb db, CurrentUser user)
{
    /// <param name="Id">Null for a new rule.</param>
    public sealed record Input(Guid? Id, long Version, ReminderSetting Setting);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var rule = await db.Set<ReminderRule>().SingleOrDefaultAsync(r => r.Id == input.Id, ct);

        if (!user.MayWordNotices() || (input.Id is not null && rule is null))
        {
            return Outcome.NotFound;
        }

        if (rule is not null && rule.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (await CheckAsync(input, ct) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        if (rule is null)
        {
            db.Add(new ReminderRule(input.Setting));
        }
        else
        {
            rule.Set(input.Setting);
        }

        return await db.TrySaveAsync(user, ct);
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(Input input, CancellationToken ct)
    {
        List<Problem> problems = [];
        var (dueKey, hours, role, _) = input.Setting;

        if (!DueSteps.All.Contains(dueKey))
        {
            problems.Add(new("fields.required", nameof(ReminderSetting.DueKey)));
        }

        if (Math.Abs(hours) > ReminderRule.MostHours)
        {
            problems.Add(new("notices.hours-too-many", "Amount", ("days", ReminderRule.MostHours / 24)));
        }

        if (!await db.Set<Role>().AnyAsync(r => r.Name == role && r.Name != Roles.Anonymous, ct))
        {
            problems.Add(new("fields.required", nameof(ReminderSetting.Role)));
        }

        if (problems.Count == 0 && await db.Set<ReminderRule>().AnyAsync(r => r.Id != input.Id && r.DueKey == dueKey && r.Hours == hours && r.Role == role, ct))
        {
            problems.Add(new("notices.rule-exists"));
        }

        return problems;
    }
}
