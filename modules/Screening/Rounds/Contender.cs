using CommunityBusinessNetwork.Screening.Sheets;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>An entry as a round took it in: who it is at the opening, and where it stands at the closing.</summary>
internal sealed class Contender
{
    private readonly List<ScoreSheet> _sheets = [];

    private Contender()
    {
    }

    public Contender(Guid roundId, Guid entryId, string groupCode, string groupName, string provinceCode)
        => (RoundId, EntryId, GroupCode, GroupName, ProvinceCode) = (roundId, entryId, groupCode, groupName, provinceCode);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid RoundId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>"SG-43-01": its name in rankings, lots and the resolution.</summary>
    public string GroupCode { get; private set; } = "";
    public string GroupName { get; private set; } = "";
    public string ProvinceCode { get; private set; } = "";

    /// <summary>Why the chair lets it be ranked on fewer than three sheets.</summary>
    public string? FewSheetsReason { get; internal set; }

    /// <summary>Why it left the round; its sheets count no more.</summary>
    public string? WithdrawnReason { get; internal set; }

    public int? Rank { get; private set; }

    /// <summary>The exact score at the closing, "389/5".</summary>
    public string? Score { get; private set; }
    public string? SettledBy { get; private set; }
    public string? Result { get; private set; }

    /// <summary>What the committee says to the group, released by the secretary; shown to it after the announcement. Null while nothing is written.</summary>
    public string? FeedbackWords { get; private set; }

    public IReadOnlyList<ScoreSheet> Sheets => _sheets;
    public IEnumerable<ScoreSheet> FinalSheets => _sheets.Where(s => s.State == SheetState.Final);
    public bool TakesPart => WithdrawnReason is null;

    internal void Add(ScoreSheet sheet) => _sheets.Add(sheet);

    internal void Advise(string words) => FeedbackWords = words;

    internal void Stand(int rank, string score, string? settledBy, string result)
        => (Rank, Score, SettledBy, Result) = (rank, score, settledBy, result);
}
