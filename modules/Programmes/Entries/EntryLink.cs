using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>A room of another module that belongs to an entry: its plan, its clip, its purchases. The entry's page shows the way there.</summary>
/// <param name="TextKey">A message key.</param>
/// <param name="Path">Below the entry's own address, "plan".</param>
/// <param name="States">The states from which on it is there; empty means always.</param>
public sealed record EntryLink(int Order, string TextKey, string Path, Permission Permission, params IReadOnlyList<string> States);

public static class EntryLinks
{
    public static IServiceCollection AddEntryLink(this IServiceCollection services, EntryLink link) => services.AddSingleton(link);
}
