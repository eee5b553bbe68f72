using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Awards;

/// <summary>Awards, allotment, ledger.</summary>
public sealed class Startup : StartupBase
{
}
