using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Search;

/// <summary>Thai full text search.</summary>
public sealed class Startup : StartupBase
{
}
