using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Letters;

/// <summary>Official letters, registers, DOCX.</summary>
public sealed class Startup : StartupBase
{
}
