using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Reminders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>The rules by which people are reminded, in the order of the programme.</summary>
[Authorize(Permissions.Manage)]
internal sealed class RemindersModel(AppDb db, Localizer text) : PageModel
{
    /// <summary>Each with the number of entries of which it has reminded.</summary>
    public IReadOnlyList<(ReminderRule Rule, int Reminded)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await db.Set<ReminderMark>().GroupBy(m => m.RuleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rules = await db.Set<ReminderRule>().AsNoTracking().ToListAsync(ct);
        Rows = [.. rules.OrderBy(r => DueSteps.All.ToList().IndexOf(r.DueKey)).ThenBy(r => r.Hours).ThenBy(r => r.Role, StringComparer.Ordinal).Select(r => (r, counts.GetValueOrDefault(r.Id)))];
    }

    public string When(ReminderRule rule)
    {
        var (amount, unit) = RuleForm.Split(rule.Hours);
        return text[$"notices.when-{unit}-{(rule.Hours < 0 ? RuleForm.Before : RuleForm.After)}", ("amount", amount)];
    }
}
