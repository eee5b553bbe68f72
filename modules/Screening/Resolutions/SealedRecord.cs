using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Screening.Resolutions;

/// <summary>A locked sheet as the record keeps it.</summary>
/// <param name="Levels">In the order of the weights; null is "no opinion".</param>
internal sealed record SealedSheet(string Member, int Edition, DateTimeOffset SubmittedAt, IReadOnlyList<int?> Levels);

/// <summary>A sheet that does not count.</summary>
/// <param name="Why">"own-province", "declared", "declared-before" or "released".</param>
internal sealed record SealedAbsence(string Member, string Why);

/// <summary>An entry with every score at the second of the sealing.</summary>
internal sealed record SealedEntry(
    Guid EntryId, string GroupCode, string GroupName, string ProvinceCode, string? FewSheetsReason, string? WithdrawnReason,
    IReadOnlyList<SealedSheet> Sheets, IReadOnlyList<SealedAbsence> Absences);

/// <summary>A vote or a lot.</summary>
internal sealed record SealedSettlement(string Way, IReadOnlyList<string> Order, string? Words, DateTimeOffset DecidedAt);

/// <summary>
/// Everything a round was decided on, in one text: property order, list order and writing are fixed, so that one round
/// has one text and one hash, and the ranking can be rebuilt from it alone.
/// </summary>
internal sealed record SealedRecord(
    string Number, int Edition, Guid RoundId, Guid CycleId, int RoundNumber, string RoundName,
    DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, DateTimeOffset SealedAt,
    string PanelOrder, DateOnly PanelAppointedOn, IReadOnlyList<PanelSeat> Seats, IReadOnlyList<string> Attendance, int Quorum,
    IReadOnlyList<Weight> Weights, IReadOnlyList<string> Ladder, IReadOnlyList<Band> Bands, string BelowAll, string LotSeed,
    IReadOnlyList<SealedEntry> Entries, IReadOnlyList<SealedSettlement> Settlements, IReadOnlyList<RoundPlace> Places)
{
    public static SealedRecord Of(Round round, string number, int edition, IReadOnlyCollection<string> attendance, DateTimeOffset now)
    {
        var panel = round.Panel;
        return new(
            number, edition, round.Id, round.CycleId, round.Number, round.Name, round.OpenedAt, round.ClosedAt!.Value, now,
            panel.OrderNumber, panel.AppointedOn,
            [.. panel.Seats.OrderBy(s => s.Seat).ThenBy(s => s.UserId, StringComparer.Ordinal)], [.. attendance.Order(StringComparer.Ordinal)], panel.Quorum,
            [.. round.Rules.Criteria.Select(c => new Weight(c.Code, c.Weight))], round.Rules.Ladder, round.Rules.Bands, round.Rules.BelowAll, round.Rules.LotSeed,
            [.. round.Contenders.OrderBy(c => c.GroupCode, StringComparer.Ordinal).Select(c => EntryOf(c, round.Rules))],
            [.. round.Settlements.OrderBy(s => s.DecidedAt).ThenBy(s => s.Id).Select(s => new SealedSettlement(s.Way, s.Order, s.Words, s.DecidedAt))],
            round.Places());
    }

    public static SealedRecord Read(string json) => AppJson.Read<SealedRecord>(json);

    public string Write() => AppJson.Write(this);

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Whether nothing but this record leads to the places it has.</summary>
    public bool Rebuilds() => Rebuild().SequenceEqual(Places) && WrongLots().Count == 0;

    /// <summary>The lots whose order is not the one that the seed draws.</summary>
    public IReadOnlyList<SealedSettlement> WrongLots()
        => [.. Settlements.Where(s => s.Way == Settlement.Lot && !Lot.Draw(LotSeed, s.Order).SequenceEqual(s.Order))];

    /// <summary>Ranks and cuts once more from nothing but this record.</summary>
    /// <exception cref="ArgumentException">A sheet is not of the record's rubric.</exception>
    public IReadOnlyList<RoundPlace> Rebuild()
    {
        var taking = Entries.Where(e => e.WithdrawnReason is null).ToDictionary(e => e.GroupCode);
        var standing = Ranking.Of(
            new([.. Weights]),
            Ladder,
            taking.Values.SelectMany(e => e.Sheets.Select(s => new Ballot(e.GroupCode, s.Levels))),
            [.. Settlements.Select(s => new Settlement(s.Way, s.Order))]);
        return [.. standing.Places.Select((p, at) => new RoundPlace(taking[p.Entry].EntryId, p.Rank, p.Score.Exact(), CutLine.OutcomeAt(at, Bands, BelowAll), p.SettledBy))];
    }

    private static SealedEntry EntryOf(Contender contender, RoundRules rules) => new(
        contender.EntryId,
        contender.GroupCode,
        contender.GroupName,
        contender.ProvinceCode,
        contender.FewSheetsReason,
        contender.WithdrawnReason,
        [.. contender.FinalSheets.OrderBy(s => s.MemberId, StringComparer.Ordinal)
            .Select(s => new SealedSheet(s.MemberId, s.Edition, s.SubmittedAt!.Value, s.ToBallot(contender.GroupCode, rules).Levels))],
        [.. contender.Sheets.Where(s => s.State is SheetState.Recused or SheetState.Released).OrderBy(s => s.MemberId, StringComparer.Ordinal)
            .Select(s => new SealedAbsence(s.MemberId, s.State == SheetState.Released ? "released" : ScoreSheet.Rules.Contains(s.SetAside) ? s.SetAside! : "declared"))]);
}
