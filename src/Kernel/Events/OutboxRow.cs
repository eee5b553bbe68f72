using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Events;

/// <summary>An event for other modules, with the number of its audit row. Every consumer keeps its own position in this log.</summary>
public sealed record OutboxRow(long Number, Guid SubjectId, string Event, string Data)
{
    /// <summary>The event itself. The caller knows the type by <see cref="Event"/>.</summary>
    public T As<T>()
        where T : DomainEvent
        => JsonSerializer.Deserialize<T>(Data, AppJson.Options) ?? throw new InvalidOperationException($"Outbox row {Number} holds no {typeof(T).Name}.");
}

/// <summary>How far one consumer has come in the outbox.</summary>
public sealed class ConsumerPosition
{
    private ConsumerPosition()
    {
    }

    public ConsumerPosition(string consumer, long number) => (Consumer, Number) = (consumer, number);

    public string Consumer { get; private set; } = "";
    public long Number { get; private set; }
}
