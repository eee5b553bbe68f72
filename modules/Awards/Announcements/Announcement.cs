using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Awards.Announcements;

/// <summary>The results of a cycle as the committee's signed resolution gives them; the Department announces them once.</summary>
public sealed class Announcement : Entity
{
    private Announcement()
    {
    }

    internal Announcement(Guid cycleId, ResolvedTiers resolved)
    {
        CycleId = cycleId;
        Take(resolved);
    }

    public Guid CycleId { get; private set; }
    public Guid RoundId { get; private set; }
    public Guid ResolutionId { get; private set; }

    /// <summary>Of the sealed record that is published.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The best first.</summary>
    public IReadOnlyList<TierPlace> Places { get; private set; } = [];

    public DateTimeOffset ResolvedAt { get; private set; }

    /// <summary>When the results became public; null while only the Department knows them.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    public string? AnnouncedBy { get; private set; }

    /// <summary>A resolution was signed anew before anybody outside knew the first.</summary>
    internal void Take(ResolvedTiers resolved)
    {
        if (AnnouncedAt is not null || resolved.ResolutionId == ResolutionId)
        {
            return;
        }

        (RoundId, ResolutionId, Sha256, Places, ResolvedAt) = (resolved.RoundId, resolved.ResolutionId, resolved.Sha256, resolved.Places, resolved.At);
        Record(new AnnouncementPrepared(CycleId, RoundId, ResolutionId, Sha256));
    }

    /// <param name="awards">What the announcement makes: the event tells other modules.</param>
    internal Outcome Announce(IReadOnlyList<AnnouncedAward> awards, string userId, DateTimeOffset now)
    {
        if (AnnouncedAt is not null)
        {
            return Outcome.Refused("awards.already-announced", null, ("date", AnnouncedAt.Value));
        }

        (AnnouncedAt, AnnouncedBy) = (now, userId);
        Record(new ResultsAnnounced(CycleId, RoundId, ResolutionId, Sha256, Money.Sum(awards.Select(a => a.Amount)), awards));
        return Outcome.Done;
    }
}

/// <summary>A place with a tier in the resolved round.</summary>
public sealed record TierPlace(Guid EntryId, int Rank, string TierCode);

/// <summary>The tiers as a resolved round gives them.</summary>
internal sealed record ResolvedTiers(Guid RoundId, Guid ResolutionId, string Sha256, IReadOnlyList<TierPlace> Places, DateTimeOffset At);

/// <summary>One award as it is announced.</summary>
public sealed record AnnouncedAward(Guid AwardId, Guid EntryId, string TierCode, int Rank, Money Amount);

/// <summary>The committee's tiers lie ready to be announced.</summary>
public sealed record AnnouncementPrepared(Guid CycleId, Guid RoundId, Guid ResolutionId, string Sha256) : DomainEvent;

/// <summary>The results are public: the resolution is published and the awards are made.</summary>
/// <param name="Sha256">Of the published record.</param>
public sealed record ResultsAnnounced(
    Guid CycleId, Guid RoundId, Guid ResolutionId, string Sha256, Money Total, IReadOnlyList<AnnouncedAward> Awards) : DomainEvent;
