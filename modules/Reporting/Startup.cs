using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Reporting;

/// <summary>BPM package and monitoring report.</summary>
public sealed class Startup : StartupBase
{
}
