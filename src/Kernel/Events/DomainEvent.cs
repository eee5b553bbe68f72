namespace CommunityBusinessNetwork.Kernel.Events;

/// <summary>
/// A fact worth keeping for the auditor and worth telling other modules, saved together with the change that caused it.
/// Its type name is the event's name for ever: rename the type and old rows lose their meaning.
/// </summary>
public abstract record DomainEvent
{
    /// <summary>Why it was done, in the words of the person who did it; null where no reason is asked for.</summary>
    public string? Reason { get; init; }
}
