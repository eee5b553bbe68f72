using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Where a group, a district or a province begins its day.</summary>
[Authorize(Permissions.WorkAtHome)]
internal sealed class MyModel(TaskDesk desk, Localizer text) : TaskListModel(desk, text);
