using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Contents;

/// <summary>Content types and items, pages, news, menus.</summary>
public sealed class Startup : StartupBase
{
}
