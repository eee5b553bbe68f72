using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A level for one criterion; no level is "no opinion", which is not zero.</summary>
/// <param name="Edition">Which version of the sheet it belongs to: 1 until the discussion, one more with every change there.</param>
internal sealed record Mark(string Criterion, int? Level, string? Reason = null, int Edition = 1);

internal enum SheetState
{
    Draft,
    Final,

    /// <summary>The member must not know of the entry any more.</summary>
    Recused,

    /// <summary>The round goes on without it, by a decision of the chair.</summary>
    Released,
}

/// <summary>A member saved marks.</summary>
internal sealed record ScoreSaved(Guid SheetId, IReadOnlyList<Mark> Marks) : DomainEvent;

/// <summary>A member locked a sheet.</summary>
internal sealed record SheetSubmitted(Guid SheetId, int Points, int PointsOf) : DomainEvent;

/// <summary>A member changed a locked sheet in the discussion.</summary>
internal sealed record ScoreChanged(Guid SheetId, int Edition, IReadOnlyList<Mark> Before, IReadOnlyList<Mark> After) : DomainEvent;

/// <summary>A member declared an interest.</summary>
internal sealed record MemberRecused(Guid SheetId, string MemberId) : DomainEvent;

/// <summary>The round goes on without a sheet.</summary>
internal sealed record SheetReleased(Guid SheetId, string MemberId) : DomainEvent;

/// <summary>One panel member's marks for one entry in one round.</summary>
internal sealed class ScoreSheet : Entity
{
    /// <summary>Recused at the opening: the entry is of the member's own province.</summary>
    public const string OwnProvince = "own-province";

    /// <summary>Recused at the opening: she declared an interest in the round before.</summary>
    public const string DeclaredBefore = "declared-before";

    public static readonly IReadOnlyList<string?> Rules = [OwnProvince, DeclaredBefore];

    private readonly List<Mark> _marks = [];

    private ScoreSheet()
    {
    }

    public ScoreSheet(Round round, Contender contender, string memberId, int position)
        => (Round, RoundId, Contender, ContenderId, MemberId, Position) = (round, round.Id, contender, contender.Id, memberId, position);

    public Contender Contender { get; private set; } = null!;
    public Guid ContenderId { get; private set; }
    public Round Round { get; private set; } = null!;
    public Guid RoundId { get; private set; }
    public string MemberId { get; private set; } = "";

    /// <summary>When this member gets it: an order of her own, drawn from the round's seed.</summary>
    public int Position { get; private set; }

    public SheetState State { get; private set; }

    /// <summary>Why the member is recused or the sheet released: one of <see cref="Rules"/>, or her own or the chair's words.</summary>
    public string? SetAside { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? SavedAt { get; private set; }
    public int Edition { get; private set; } = 1;

    /// <summary>The points of the levels given so far.</summary>
    public int Points { get; private set; }

    /// <summary>The points there were to give where the member had an opinion.</summary>
    public int PointsOf { get; private set; }

    /// <summary>How many criteria have a level or a "no opinion".</summary>
    public int Marked { get; private set; }

    /// <summary>Every edition's marks; what counts is <see cref="Current"/>.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    public IReadOnlyList<Mark> Current => [.. _marks.Where(m => m.Edition == Edition)];

    /// <summary>The round may go on: this sheet is locked, or set aside by rule.</summary>
    public bool IsSettled => State != SheetState.Draft;

    public Ballot ToBallot(string entry, RoundRules rules)
        => new(entry, [.. rules.Criteria.Select(c => Current.Single(m => m.Criterion == c.Code).Level)]);

    public Outcome Save(IReadOnlyList<Mark> marks, DateTimeOffset now)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (Round.Rules.Check(marks) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        Write(marks, now);
        Record(new ScoreSaved(Id, marks));
        return Outcome.Done;
    }

    public Outcome Submit(DateTimeOffset now)
    {
        if (WhyFixed() is { } reason)
        {
            return Outcome.Refused(reason);
        }

        if (!Round.Rules.IsComplete(Current))
        {
            return Outcome.Refused("screening.marks-missing", null, ("marked", Marked), ("all", Round.Rules.Criteria.Count));
        }

        (State, SubmittedAt) = (SheetState.Final, now);
        Record(new SheetSubmitted(Id, Points, PointsOf));
        return Outcome.Done;
    }

    /// <summary>A change in the discussion: the marks before stay as they were, as the edition before.</summary>
    public Outcome Change(IReadOnlyList<Mark> marks, string? reason, DateTimeOffset now)
    {
        if (Round.State != RoundState.Discussion || State != SheetState.Final)
        {
            return Outcome.Refused("screening.not-in-discussion");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("screening.change-reason-missing", "ChangeReason");
        }

        if (Round.Rules.Check(marks) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        if (!Round.Rules.IsComplete(marks))
        {
            return Outcome.Refused("screening.marks-missing", null, ("marked", marks.Count), ("all", Round.Rules.Criteria.Count));
        }

        var before = Current;
        Edition++;
        Write(marks, now);
        Record(new ScoreChanged(Id, Edition, before, Current) { Reason = reason.Trim() });
        return Outcome.Done;
    }

    /// <summary>The member has an interest in the entry. From now on there is no trace of it for her.</summary>
    public Outcome Recuse(string? reason)
    {
        if (Round.State is RoundState.Closed or RoundState.Resolved)
        {
            return Outcome.Refused("screening.round-closed");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("screening.recusal-reason-missing", "Reason");
        }

        (State, SetAside) = (SheetState.Recused, reason.Trim());
        Record(new MemberRecused(Id, MemberId) { Reason = SetAside });
        return Outcome.Done;
    }

    /// <summary>Recused by a rule from the start: her own province, or an interest declared in the round before.</summary>
    public ScoreSheet RecusedBy(string rule)
    {
        (State, SetAside) = (SheetState.Recused, rule);
        return this;
    }

    /// <summary>The chair lets the round go on without this sheet.</summary>
    public Outcome Release(string? reason)
    {
        if (Round.State != RoundState.Open || State != SheetState.Draft)
        {
            return Outcome.Refused("screening.sheet-fixed");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("screening.release-reason-missing", "Reason");
        }

        (State, SetAside) = (SheetState.Released, reason.Trim());
        Record(new SheetReleased(Id, MemberId) { Reason = SetAside });
        return Outcome.Done;
    }

    private void Write(IReadOnlyList<Mark> marks, DateTimeOffset now)
    {
        _marks.RemoveAll(m => m.Edition == Edition);
        _marks.AddRange(marks.Select(m => m with { Edition = Edition, Reason = string.IsNullOrWhiteSpace(m.Reason) ? null : m.Reason.Trim() }));
        (Points, PointsOf, Marked, SavedAt) = (Round.Rules.Points(marks), Round.Rules.PointsOf(marks), marks.Count, now);
    }

    private Problem? WhyFixed()
        => State is SheetState.Final ? new("screening.already-submitted")
        : State is not SheetState.Draft ? new("screening.sheet-fixed")
        : Round.State != RoundState.Open ? new("screening.round-closed")
        : null;
}
