using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Requests that wait for an answer: hers, and those that nobody has taken.</summary>
internal sealed class PrivacyTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        if (user.IsSystem || !user.MayHandlePrivacy() || query.Province is not null || query.Cycle is not null)
        {
            return TaskList.Empty;
        }

        var waiting = db.Set<PrivacyRequest>().AsNoTracking().HandledBy(user)
            .Where(r => (r.State == PrivacyState.Received || r.State == PrivacyState.IdentityChecked) && (r.AssigneeId == null || r.AssigneeId == user.Id));
        TaskGathering tasks = new(query);
        await tasks.AddAsync(
            new("accounts.privacy-task", "accounts.privacy-task-do", [], await waiting.CountAsync(ct)),
            async most => (await waiting.OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(most).ToListAsync(ct))
                .Select(r => new WorkTask("accounts.privacy-task", [("number", r.Number)], "", $"/admin/privacy/{r.Id}", "accounts.privacy-task-do", r.DueAt)));
        return tasks.List;
    }
}
