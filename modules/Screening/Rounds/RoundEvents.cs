using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>Where an entry stands in a closed round.</summary>
/// <param name="Score">Exact, "389/5".</param>
/// <param name="Outcome">"shortlisted", "not-shortlisted", or the code of a tier.</param>
/// <param name="SettledBy">"score", a criterion of the ladder, "vote", "lot"; null for a tie that crosses no line.</param>
public sealed record RoundPlace(Guid EntryId, int Rank, string Score, string Outcome, string? SettledBy);

/// <summary>A round opened: its members may mark these entries.</summary>
/// <param name="LotSeed">Published here, before anybody has marked.</param>
public sealed record RoundOpened(Guid RoundId, Guid CycleId, int Number, Guid PanelId, IReadOnlyList<Guid> EntryIds, string LotSeed) : DomainEvent;

/// <summary>All sheets are in: the panel talks about them.</summary>
public sealed record DiscussionStarted(Guid RoundId, Guid CycleId, int Number) : DomainEvent;

/// <summary>An entry may be ranked on fewer than three sheets.</summary>
internal sealed record FewSheetsAllowed(Guid RoundId, Guid EntryId, int Sheets) : DomainEvent;

/// <summary>A tie was settled by a vote or a lot.</summary>
internal sealed record TieSettled(Guid RoundId, string Way, IReadOnlyList<string> Order, string? Words) : DomainEvent;

/// <summary>What the committee says to a group was written.</summary>
internal sealed record FeedbackWritten(Guid RoundId, Guid EntryId, string Words) : DomainEvent;

/// <summary>An entry left the round.</summary>
internal sealed record ContenderWithdrawn(Guid RoundId, Guid EntryId) : DomainEvent;

/// <summary>The scores are fixed, the entries ranked and cut. Nothing happens to them until the resolution is signed.</summary>
public sealed record RoundClosed(Guid RoundId, Guid CycleId, int Number, IReadOnlyList<RoundPlace> Places) : DomainEvent;

/// <summary>Chair and secretary signed the resolution: the entries move.</summary>
/// <param name="Sha256">Of the sealed record.</param>
public sealed record RoundResolved(Guid RoundId, Guid CycleId, int Number, Guid ResolutionId, string Sha256, IReadOnlyList<RoundPlace> Places) : DomainEvent;
