using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Where the committee begins.</summary>
[Authorize(Permissions.Review)]
internal sealed class ReviewModel(TaskDesk desk, Localizer text) : TaskListModel(desk, text);
