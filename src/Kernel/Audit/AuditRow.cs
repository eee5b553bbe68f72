namespace CommunityBusinessNetwork.Kernel.Audit;

/// <summary>
/// Who did what, on whose behalf, why and when. Numbered without gaps; the hash covers the row and the hash of the row before it.
/// </summary>
/// <param name="Number">From 1, without gaps; the outbox row of the same event has the same number.</param>
/// <param name="SubjectId">The thing that changed.</param>
/// <param name="Subject">The kind of that thing: its type's name.</param>
/// <param name="Event">The name of the event's type.</param>
/// <param name="Data">The event as JSON.</param>
/// <param name="ActorId">The person who acted; "system" for the application itself.</param>
/// <param name="OnBehalfOf">The person she acted for; null when for herself.</param>
/// <param name="Reason">Why, where the act asks for a reason.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record AuditRow(
    long Number, Guid SubjectId, string Subject, string Event, string Data, string ActorId, string? OnBehalfOf, string? Reason, DateTimeOffset At, string Hash);
