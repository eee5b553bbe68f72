using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Rounds;

internal enum RoundState
{
    /// <summary>Each member alone; nobody sees another's marks.</summary>
    Open,

    /// <summary>All sheets are in; members see the marks of entries they are not recused from.</summary>
    Discussion,

    /// <summary>Ranked and cut.</summary>
    Closed,

    /// <summary>The resolution is signed.</summary>
    Resolved,
}

/// <summary>A period in which a panel marks entries against its own frozen copy of the rubric.</summary>
internal sealed class Round : Entity
{
    /// <summary>Fewer final sheets for an entry need a recorded decision of the chair.</summary>
    public const int FewestSheets = 3;

    /// <summary>The longest words to a group, in text elements.</summary>
    public const int LongestFeedback = 1500;

    private readonly List<Contender> _contenders = [];
    private readonly List<TieSettlement> _settlements = [];

    private Round()
    {
    }

    public Round(Panel panel, int number, string name, RoundRules rules, DateTimeOffset now)
    {
        (Panel, PanelId, CycleId, Number, Name, Rules, OpenedAt) = (panel, panel.Id, panel.CycleId, number, name, rules, now);
        _ = rules.Weights; // refuses a rubric that is none
    }

    public Guid CycleId { get; private set; }

    /// <summary>1 cuts the entries down, 2 ranks those into tiers.</summary>
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public Panel Panel { get; private set; } = null!;
    public Guid PanelId { get; private set; }
    public RoundRules Rules { get; private set; } = null!;
    public RoundState State { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? DiscussedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public IReadOnlyList<Contender> Contenders => _contenders;
    public IReadOnlyList<TieSettlement> Settlements => _settlements;

    /// <summary>Those who mark are not told whose entry it is.</summary>
    public bool HidesNames => Rules.Blind && State == RoundState.Open;

    /// <summary>Takes in the entries and gives each scorer her sheets, in an order of her own and without those of her own province.</summary>
    /// <param name="alsoRecused">Interests declared in the round before: entry and member.</param>
    public IReadOnlyList<ScoreSheet> Open(IReadOnlyList<Contender> contenders, IReadOnlySet<(Guid EntryId, string MemberId)> alsoRecused)
    {
        _contenders.AddRange(contenders);
        Record(new RoundOpened(Id, CycleId, Number, PanelId, [.. contenders.Select(c => c.EntryId)], Rules.LotSeed));
        var byCode = contenders.ToDictionary(c => c.GroupCode);
        return [.. Panel.Scorers.SelectMany(SheetsOf)];

        IEnumerable<ScoreSheet> SheetsOf(PanelSeat scorer)
            => Lot.Draw($"{Rules.OrderSeed} {scorer.UserId}", byCode.Keys).Select((code, at) => SheetOf(scorer, byCode[code], at + 1));

        ScoreSheet SheetOf(PanelSeat scorer, Contender contender, int position)
        {
            var sheet = new ScoreSheet(this, contender, scorer.UserId, position);
            contender.Add(sheet);
            return contender.ProvinceCode == scorer.HomeProvince ? sheet.RecusedBy(ScoreSheet.OwnProvince)
                : alsoRecused.Contains((contender.EntryId, scorer.UserId)) ? sheet.RecusedBy(ScoreSheet.DeclaredBefore)
                : sheet;
        }
    }

    public Outcome StartDiscussion(DateTimeOffset now)
    {
        if (State != RoundState.Open)
        {
            return Outcome.Refused("screening.round-not-open");
        }

        if (MissingSheets() is var missing and > 0)
        {
            return Outcome.Refused("screening.sheets-missing", null, ("missing", missing));
        }

        (State, DiscussedAt) = (RoundState.Discussion, now);
        Record(new DiscussionStarted(Id, CycleId, Number));
        return Outcome.Done;
    }

    public Outcome AllowFewSheets(Guid entryId, string? reason)
    {
        var contender = _contenders.Single(c => c.EntryId == entryId);
        var sheets = contender.FinalSheets.Count();

        if (State != RoundState.Discussion)
        {
            return Outcome.Refused("screening.not-in-discussion");
        }

        if (sheets is 0 or >= FewestSheets)
        {
            return Outcome.Refused(sheets == 0 ? "screening.no-sheet-at-all" : "screening.sheets-enough");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("screening.decision-reason-missing", "Reason");
        }

        contender.FewSheetsReason = reason.Trim();
        Record(new FewSheetsAllowed(Id, entryId, sheets) { Reason = contender.FewSheetsReason });
        return Outcome.Done;
    }

    /// <summary>The committee's words to a group about its entry, once the round has decided.</summary>
    public Outcome Advise(Guid entryId, string? words)
    {
        var contender = _contenders.Single(c => c.EntryId == entryId);
        var text = words?.Trim() ?? "";

        if (State is RoundState.Open or RoundState.Discussion)
        {
            return Outcome.Refused("screening.not-decided-yet");
        }

        if (text.Length == 0)
        {
            return Outcome.Refused("fields.required", "Words");
        }

        if (TextElements.Count(text) is var length and > LongestFeedback)
        {
            return Outcome.Refused("fields.too-long", "Words", ("max", LongestFeedback), ("length", length));
        }

        if (NationalId.AppearsIn(text))
        {
            return Outcome.Refused("fields.national-id", "Words");
        }

        if (text != contender.FeedbackWords)
        {
            contender.Advise(text);
            Record(new FeedbackWritten(Id, entryId, text));
        }

        return Outcome.Done;
    }

    /// <summary>The entry takes part no more; a closed round stays as it was decided.</summary>
    public void Withdraw(Guid entryId, string reason)
    {
        if (State is (RoundState.Open or RoundState.Discussion) && _contenders.SingleOrDefault(c => c.EntryId == entryId && c.TakesPart) is { } contender)
        {
            contender.WithdrawnReason = reason;
            Record(new ContenderWithdrawn(Id, entryId) { Reason = reason });
        }
    }

    /// <summary>Orders a tie that the ladder left: by a vote as the panel voted, by a lot as the seed draws it.</summary>
    public Outcome Settle(string way, IReadOnlyList<string> order, string? words, string decidedBy, DateTimeOffset now)
    {
        if (way is not (Settlement.Vote or Settlement.Lot))
        {
            throw new ArgumentException($"A tie is settled by vote or lot, not by '{way}'.", nameof(way));
        }

        if (State != RoundState.Discussion)
        {
            return Outcome.Refused("screening.not-in-discussion");
        }

        if (!Rank().Ties.Any(tie => tie.Count == order.Count && tie.ToHashSet().SetEquals(order)))
        {
            return Outcome.Refused("screening.not-a-tie", "Order");
        }

        if (way == Settlement.Vote && string.IsNullOrWhiteSpace(words))
        {
            return Outcome.Refused("screening.vote-words-missing", "Words");
        }

        TieSettlement settled = new(way, way == Settlement.Lot ? Lot.Draw(Rules.LotSeed, order) : order, words, decidedBy, now);
        _settlements.Add(settled);
        Record(new TieSettled(Id, way, settled.Order, words) { Reason = words });
        return Outcome.Done;
    }

    /// <summary>How the entries stand by the final sheets of this moment.</summary>
    public Standing Rank() => Rank(Taking());

    /// <summary>The same among some of them: for a person who must not know of the others.</summary>
    public Standing Rank(IEnumerable<Contender> among) => Ranking.Of(
        Rules.Weights,
        Rules.Ladder,
        among.SelectMany(c => c.FinalSheets.Select(s => s.ToBallot(c.GroupCode, Rules))),
        [.. _settlements.OrderBy(s => s.DecidedAt).ThenBy(s => s.Id).Select(s => s.ToSettlement())]);

    public Outcome Close(DateTimeOffset now)
    {
        if (State != RoundState.Discussion)
        {
            return Outcome.Refused("screening.not-in-discussion");
        }

        var standing = Rank();

        if (WhyNotClosable(standing) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        var byCode = _contenders.ToDictionary(c => c.GroupCode);

        foreach (var (at, place) in standing.Places.Index())
        {
            byCode[place.Entry].Stand(place.Rank, place.Score.Exact(), place.SettledBy, CutLine.OutcomeAt(at, Rules.Bands, Rules.BelowAll));
        }

        (State, ClosedAt) = (RoundState.Closed, now);
        Record(new RoundClosed(Id, CycleId, Number, Places()));
        return Outcome.Done;
    }

    /// <summary>Everything that keeps the round from closing, at once.</summary>
    public IReadOnlyList<Problem> WhyNotClosable(Standing standing)
    {
        List<Problem> problems = [];

        if (MissingSheets() is var missing and > 0)
        {
            problems.Add(new("screening.sheets-missing", null, ("missing", missing)));
        }

        if (Taking().Count(c => c.FewSheetsReason is null && c.FinalSheets.Count() is > 0 and < FewestSheets) is var few and > 0)
        {
            problems.Add(new("screening.too-few-sheets", null, ("entries", few), ("fewest", FewestSheets)));
        }

        if (Taking().Count(c => !c.FinalSheets.Any()) is var without and > 0)
        {
            problems.Add(new("screening.entries-without-sheets", null, ("entries", without)));
        }

        if (standing.Gaps.Count > 0)
        {
            problems.Add(new("screening.no-opinion", null, ("gaps", standing.Gaps.Count)));
        }

        problems.AddRange(CutLine.Of(standing, Rules.Bands).Where(l => l.IsOpen).Select(l => new Problem("screening.tie-at-cut", null, ("after", l.After), ("tied", l.CrossedBy.Count))));
        return problems;
    }

    internal void Resolve(Guid resolutionId, string sha256, DateTimeOffset now)
    {
        (State, ResolvedAt) = (RoundState.Resolved, now);
        Record(new RoundResolved(Id, CycleId, Number, resolutionId, sha256, Places()));
    }

    /// <summary>How it was decided at the closing, best first; nothing before.</summary>
    public IReadOnlyList<RoundPlace> Places()
        => [.. _contenders.Where(c => c.Rank is not null).OrderBy(c => c.Rank).ThenBy(c => c.GroupCode, StringComparer.Ordinal)
            .Select(c => new RoundPlace(c.EntryId, c.Rank!.Value, c.Score!, c.Result!, c.SettledBy))];

    private IEnumerable<Contender> Taking() => _contenders.Where(c => c.TakesPart);

    private int MissingSheets() => Taking().Sum(c => c.Sheets.Count(s => !s.IsSettled));
}
