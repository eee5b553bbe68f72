using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Requests that wait for an answer: hers, and those that nobody has taken.</summary>
internal sealed class PrivacyTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, int most, CancellationToken ct)
    {
        if (user.IsSystem || !user.MayHandlePrivacy())
        {
            return TaskList.Empty;
        }

        var waiting = db.Set<PrivacyRequest>().AsNoTracking().HandledBy(user)
            .Where(r => (r.State == PrivacyState.Received || r.State == PrivacyState.IdentityChecked) && (r.AssigneeId == null || r.AssigneeId == user.Id));
        var first = await waiting.OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(most).ToListAsync(ct);
        return new(
            [.. first.Select(r => new WorkTask("accounts.privacy-task", [("number", r.Number)], "", $"/admin/privacy/{r.Id}", "accounts.privacy-task-do", r.DueAt))],
            await waiting.CountAsync(ct));
    }
}
