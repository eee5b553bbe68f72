using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>Cycles, slots, entries and their submission, calendar of events.</summary>
public sealed class Startup : StartupBase
{
}
