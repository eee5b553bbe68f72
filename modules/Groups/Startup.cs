using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Groups;

/// <summary>Savings groups and their public profile.</summary>
public sealed class Startup : StartupBase
{
}
