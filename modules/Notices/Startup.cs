using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Notices;

/// <summary>Templates, outbox of messages, reminders.</summary>
public sealed class Startup : StartupBase
{
}
