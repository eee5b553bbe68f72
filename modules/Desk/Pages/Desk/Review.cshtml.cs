using CommunityBusinessNetwork.Desk.Inboxes;
using Microsoft.AspNetCore.Authorization;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Where the committee begins.</summary>
[Authorize(Permissions.Review)]
internal sealed class ReviewModel(Inbox inbox, TimeProvider time) : TaskListModel(inbox, time);
