using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Showcase;

/// <summary>The public face.</summary>
public sealed class Startup : StartupBase
{
}
