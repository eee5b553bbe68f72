using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Events;

/// <summary>
/// Something that acts when an event of another module has been committed. It is called at least once per event,
/// in order, outside the transaction of the event: what it does must be safe to do twice.
/// </summary>
public interface IEventConsumer
{
    /// <summary>The names of the event types it wants; nothing else is handed to it.</summary>
    IReadOnlyCollection<string> Handles { get; }

    /// <summary>Acts on one event. An exception keeps the position where it is, and the event comes again.</summary>
    Task HandleAsync(OutboxRow row, CancellationToken ct);
}

public static class EventConsumers
{
    /// <summary>Registers a consumer. Its position is kept under the type's full name.</summary>
    public static IServiceCollection AddConsumer<T>(this IServiceCollection services)
        where T : class, IEventConsumer
        => services.AddScoped<IEventConsumer, T>();
}
