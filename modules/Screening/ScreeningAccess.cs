using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Programmes;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;

namespace CommunityBusinessNetwork.Screening;

/// <summary>Which rows a person may reach. The only file in the module that answers that question.</summary>
internal static class ScreeningAccess
{
    /// <summary>The sheets a member marks: her own, of entries she is not recused from.</summary>
    public static IQueryable<ScoreSheet> ScorableBy(this IQueryable<ScoreSheet> sheets, CurrentUser user)
        => user.May(Permissions.Scoring)
            ? sheets.Where(s => s.MemberId == user.Id && s.State != SheetState.Recused && s.Contender.WithdrawnReason == null)
            : sheets.Where(_ => false);

    /// <summary>The Department and the auditor see all rounds, chair and secretary those of their panel, a member from the discussion on.</summary>
    public static IQueryable<Round> VisibleTo(this IQueryable<Round> rounds, CurrentUser user)
        => user.May(Permissions.ViewingRounds, Area.Nation)
            ? rounds
            : rounds.Where(r => r.Panel.Seats.Any(s => s.UserId == user.Id && (s.Seat != Seat.Member || r.State != RoundState.Open)));

    /// <summary>The rounds a person finds in her list: those of her panels, also while she only marks; the Department's all.</summary>
    public static IQueryable<Round> ListedFor(this IQueryable<Round> rounds, CurrentUser user)
        => user.May(Permissions.ViewingRounds, Area.Nation) ? rounds : rounds.Where(r => r.Panel.Seats.Any(s => s.UserId == user.Id));

    /// <summary>The rounds this person leads as chair or records as secretary.</summary>
    public static IQueryable<Round> RunBy(this IQueryable<Round> rounds, CurrentUser user)
        => user.May(Permissions.Leading) || user.May(Permissions.Recording)
            ? rounds.Where(r => r.Panel.Seats.Any(s => s.UserId == user.Id && s.Seat != Seat.Member))
            : rounds.Where(_ => false);

    /// <summary>The rounds this person leads as chair.</summary>
    public static IQueryable<Round> LedBy(this IQueryable<Round> rounds, CurrentUser user)
        => user.May(Permissions.Leading)
            ? rounds.Where(r => r.Panel.Seats.Any(s => s.UserId == user.Id && s.Seat == Seat.Chair))
            : rounds.Where(_ => false);

    /// <summary>The rounds whose record this person keeps as secretary.</summary>
    public static IQueryable<Round> RecordedBy(this IQueryable<Round> rounds, CurrentUser user)
        => user.May(Permissions.Recording)
            ? rounds.Where(r => r.Panel.Seats.Any(s => s.UserId == user.Id && s.Seat == Seat.Secretary))
            : rounds.Where(_ => false);

    /// <summary>The entries of a round without those this person is recused from: for her they are not there, the chair no less.</summary>
    public static IQueryable<Contender> VisibleTo(this IQueryable<Contender> contenders, CurrentUser user)
        => contenders.Where(c => !c.Sheets.Any(s => s.MemberId == user.Id && s.State == SheetState.Recused));

    /// <summary>The same for entries that are loaded with their sheets.</summary>
    public static IEnumerable<Contender> VisibleTo(this IEnumerable<Contender> contenders, CurrentUser user)
        => contenders.Where(c => !c.Sheets.Any(s => s.MemberId == user.Id && s.State == SheetState.Recused));

    /// <summary>The entries whose verdict this person reads, after the announcement.</summary>
    public static IQueryable<Entry> JudgedFor(this IQueryable<Entry> entries, CurrentUser user)
        => entries.VisibleTo(user).WithinAreas(user.AreasOf(Permissions.ViewingVerdict), e => e.AreaPath);

    /// <summary>Whether this person may see the marks of others in a round she can see: nobody while it is open.</summary>
    public static bool ShowsMarks(this Round round) => round.State != RoundState.Open;
}
