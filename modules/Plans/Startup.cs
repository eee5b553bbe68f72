using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Plans;

/// <summary>Business plans and budget lines.</summary>
public sealed class Startup : StartupBase
{
}
