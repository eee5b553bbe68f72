using CommunityBusinessNetwork.Desk.Inboxes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Everything that waits for this person: the start page of <i>My work</i> and of <i>Review</i>, and the Department's long list.</summary>
internal abstract class TaskListModel(Inbox inbox, TimeProvider time) : PageModel
{
    private const int Most = 200;

    public InboxView Inbox { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Inbox = new(await inbox.ReadAsync(Most, ct), time.GetUtcNow(), null);
}

[Authorize(Permissions.ViewDashboard)]
internal sealed class TasksModel(Inbox inbox, TimeProvider time) : TaskListModel(inbox, time);
