using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Clips;

/// <summary>Video clips: upload, probing, playback.</summary>
public sealed class Startup : StartupBase
{
}
