using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Accounts;

/// <summary>People, roles, areas, sign-in.</summary>
public sealed class Startup : StartupBase
{
}
