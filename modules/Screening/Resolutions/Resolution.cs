using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;

namespace CommunityBusinessNetwork.Screening.Resolutions;

/// <summary>A person's name under a resolution: typed by her, signed in, at that second, for that text.</summary>
internal sealed record Signature(string UserId, Seat Seat, string TypedName, DateTimeOffset SignedAt, string Sha256);

/// <summary>The record of a closed round was sealed.</summary>
internal sealed record ResolutionSealed(Guid RoundId, string Number, int Edition, string Sha256) : DomainEvent;

/// <summary>Chair or secretary signed.</summary>
internal sealed record ResolutionSigned(Guid RoundId, Signature Signature) : DomainEvent;

/// <summary>What the panel resolved in a round: the sealed record, its hash, and who signed it.</summary>
internal sealed class Resolution : Entity
{
    private readonly List<Signature> _signatures = [];

    private Resolution()
    {
    }

    private Resolution(Round round, SealedRecord record, string sealedBy)
    {
        var json = record.Write();
        (Round, RoundId, Number, Edition, Json, Sha256) = (round, round.Id, record.Number, record.Edition, json, SealedRecord.HashOf(json));
        (SealedAt, SealedBy) = (record.SealedAt, sealedBy);
        Record(new ResolutionSealed(RoundId, Number, Edition, Sha256));
    }

    public Round Round { get; private set; } = null!;
    public Guid RoundId { get; private set; }

    /// <summary>"1/2563", as the minutes name it.</summary>
    public string Number { get; private set; } = "";
    public int Edition { get; private set; }

    /// <summary>The <see cref="SealedRecord"/>, byte for byte as it was hashed.</summary>
    public string Json { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset SealedAt { get; private set; }
    public string SealedBy { get; private set; } = "";
    public IReadOnlyList<Signature> Signatures => _signatures;
    public bool IsSigned => _signatures.Count == 2;

    /// <summary>Whether the text is the one that was hashed and signed, and the ranking follows from it.</summary>
    public bool Verifies()
        => SealedRecord.HashOf(Json) == Sha256 && _signatures.All(s => s.Sha256 == Sha256) && SealedRecord.Read(Json).Rebuilds();

    public static Outcome<Resolution> Seal(Round round, string? number, IReadOnlyCollection<string> attendance, string sealedBy, DateTimeOffset now)
    {
        if (round.State != RoundState.Closed)
        {
            return Outcome<Resolution>.From(Outcome.Refused("screening.round-not-closed"));
        }

        if (string.IsNullOrWhiteSpace(number))
        {
            return Outcome<Resolution>.From(Outcome.Refused("screening.resolution-number-missing", "Number"));
        }

        if (attendance.Except(round.Panel.Seats.Select(s => s.UserId)).Any())
        {
            throw new InvalidOperationException($"Somebody attends who is not on the panel of round {round.Id}.");
        }

        var present = round.Panel.Scorers.Count(s => attendance.Contains(s.UserId));
        return present < round.Panel.Quorum
            ? Outcome<Resolution>.From(Outcome.Refused("screening.no-quorum", "Attendance", ("present", present), ("quorum", round.Panel.Quorum)))
            : new Resolution(round, SealedRecord.Of(round, number.Trim(), 1, attendance, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds())), sealedBy);
    }

    /// <summary>One of the two signs; with the second signature the round is resolved.</summary>
    public Outcome Sign(string userId, string? typedName, DateTimeOffset now)
    {
        var seat = Round.Panel.Seats.Single(s => s.UserId == userId);

        if (seat.Seat == Seat.Member)
        {
            throw new InvalidOperationException($"A member does not sign resolution {Id}.");
        }

        if (!Verifies())
        {
            throw new InvalidOperationException($"Resolution {Id} was altered after it was sealed.");
        }

        if (_signatures.Any(s => s.UserId == userId))
        {
            return Outcome.Refused("screening.already-signed");
        }

        if (!string.Equals(typedName?.Trim(), seat.Name, StringComparison.Ordinal))
        {
            return Outcome.Refused("screening.name-differs", "TypedName", ("name", seat.Name));
        }

        Signature signature = new(userId, seat.Seat, seat.Name, now, Sha256);
        _signatures.Add(signature);
        Record(new ResolutionSigned(RoundId, signature));

        if (IsSigned)
        {
            Round.Resolve(Id, Sha256, now);
        }

        return Outcome.Done;
    }
}
