using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Desk;

/// <summary>Dashboard, tasks, audit, recipes, set-up.</summary>
public sealed class Startup : StartupBase
{
}
