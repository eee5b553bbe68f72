using System.ComponentModel.DataAnnotations;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>A thing with a life of its own: an id, a version that grows with every saved change, and the events it has recorded.</summary>
public abstract class Entity
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>A version-7 uuid: sorts by the time of its making.</summary>
    public Guid Id { get; protected set; } = Guid.CreateVersion7();

    /// <summary>Grows by one with every save. Forms carry it, so that a tab that has grown old is told.</summary>
    [ConcurrencyCheck]
    public long Version { get; internal set; }

    /// <summary>Keeps the fact until the save, which makes it the audit row and the outbox row.</summary>
    protected internal void Record(DomainEvent happened) => _events.Add(happened);

    internal IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }
}
