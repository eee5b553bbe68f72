using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>A letter about an entry's event was written.</summary>
public sealed record LetterDrafted(Guid EntryId, string Addressee) : DomainEvent;

/// <summary>The words of a draft were changed.</summary>
public sealed record LetterReworded(string Subject, string Addressee) : DomainEvent;

/// <summary>A letter got its number, its day and its signature; the hash is of its words.</summary>
public sealed record LetterSigned(string Reference, DateOnly Date, string Sha256) : DomainEvent;

/// <summary>A letter went out to its district.</summary>
public sealed record LetterSent(Guid EntryId, string Reference, string Addressee) : DomainEvent;

/// <summary>A letter will not go out. Its number, when it had one, stays in the register.</summary>
public sealed record LetterCancelled(string? Reference) : DomainEvent;

/// <summary>A district said that it has the letter.</summary>
public sealed record LetterAcknowledged(string DistrictArea) : DomainEvent;
