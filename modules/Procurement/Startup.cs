using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Procurement;

/// <summary>Purchase, inspection, handover, payment.</summary>
public sealed class Startup : StartupBase
{
}
