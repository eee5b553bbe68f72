using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Screening;

/// <summary>Panels, rounds, score sheets, ranking, resolution.</summary>
public sealed class Startup : StartupBase
{
}
