using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Steps 2 and 3: two rounds, each of five who mark alone, talk, close, seal and sign.</summary>
internal static class ScreeningScenes
{
    private const string Judges = "J1 J2 J3 J4 J5";
    private const string Criterion = "C8";

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players)
        =>
        [
            new(Scene.On(6, 1, 9), Steps.Round1, AppointAsync),
            .. Round(1, Steps.Round1, players, new(Scene.On(6, 1, 10), Scene.On(6, 3), TimeSpan.FromDays(15), Scene.On(6, 19), Scene.On(6, 22, 10), Scene.On(6, 22, 14))),
            .. Round(2, Steps.Round2, players, new(Scene.On(6, 23), Scene.On(6, 23, 13), TimeSpan.FromDays(4), Scene.On(6, 29), Scene.On(6, 29, 14), Scene.On(6, 30, 10))),
        ];

    /// <summary>When a round opens, is marked, talked over, closed and resolved.</summary>
    private sealed record Calendar(DateTimeOffset Opened, DateTimeOffset MarkedFrom, TimeSpan Marking, DateTimeOffset Discussed, DateTimeOffset Closed, DateTimeOffset Resolved);

    private static IEnumerable<Scene> Round(int number, string step, IReadOnlyList<Player> players, Calendar when)
        =>
        [
            new(when.Opened, step, (stage, ct) => OpenAsync(stage, number, ct)),
            .. Judges.Split(' ').Index().SelectMany(judge => players.Select((player, at) => new Scene(
                when.MarkedFrom + (when.Marking * (at + (judge.Index * 0.2)) / players.Count),
                step,
                (stage, ct) => MarkAsync(stage, number, player, judge.Index, judge.Item, ct)))),
            new(when.Discussed, step, (stage, ct) => DiscussAsync(stage, number, players, ct)),
            new(when.Closed, step, (stage, ct) => CloseAsync(stage, number, ct)),
            new(when.Resolved, step, (stage, ct) => ResolveAsync(stage, number, ct)),
            .. players.Select((player, at) => new Scene(when.Resolved.AddMinutes(60 + at), step, (stage, ct) => AdviseAsync(stage, number, player, ct))),
        ];

    private static async Task AppointAsync(Stage stage, CancellationToken ct)
    {
        PanelSeat[] seats =
        [
            .. stage.Cast.Judges.Select((judge, at) => new PanelSeat(judge.Id, judge.Name, at == 0 ? Seat.Chair : Seat.Member)),
            new(stage.Cast.Secretary.Id, stage.Cast.Secretary.Name, Seat.Secretary),
        ];
        await stage.DoAsync<AppointPanel, Guid>(stage.Cast.DepartmentOfficer, (appoint, _) => appoint.RunAsync(new(stage.CycleId, "712/2563", new(2020, 5, 25), seats), ct));
    }

    private static async Task OpenAsync(Stage stage, int number, CancellationToken ct)
    {
        var panel = await stage.ReadAsync(db => db.Set<Panel>().Where(p => p.CycleId == stage.CycleId).Select(p => p.Id).SingleAsync(ct));
        await stage.DoAsync<OpenRound, Guid>(stage.Cast.DepartmentOfficer, (open, _) => open.RunAsync(new(stage.CycleId, number, panel, stage.Phrases.Rounds[number - 1]), ct));
    }

    /// <summary>One judge marks one entry, where it is still in the round.</summary>
    private static async Task MarkAsync(Stage stage, int number, Player player, int judge, string code, CancellationToken ct)
    {
        var member = stage.Cast.Judges[judge];
        var sheet = await stage.ReadAsync(db => SheetsOf(db, stage, number).SingleOrDefaultAsync(s => s.Contender.EntryId == player.EntryId && s.MemberId == member.Id, ct));

        if (sheet is null)
        {
            return;
        }

        await stage.DoAsync<SaveScore>(member, (save, _) => save.RunAsync(new(sheet.Id, sheet.Version, MarksOf(player, code, judge, firstThoughts: IsTalkedOver(player, judge))), ct));
        await stage.DoAsync<SubmitSheet>(member, (submit, _) => submit.RunAsync(new(sheet.Id, sheet.Version + 1), ct));
        stage.Tally.Count(number == 1 ? Steps.Round1 : Steps.Round2, "sheets");
    }

    /// <summary>The chair opens the discussion; who had marked one clip too low changes that mark.</summary>
    private static async Task DiscussAsync(Stage stage, int number, IReadOnlyList<Player> players, CancellationToken ct)
    {
        var (round, version) = await RoundAsync(stage, number, ct);
        await stage.DoAsync<StartDiscussion>(stage.Cast.Chair, (start, _) => start.RunAsync(new(round, version), ct));

        foreach (var (judge, code) in Judges.Split(' ').Index())
        {
            foreach (var player in players.Where(p => IsTalkedOver(p, judge)))
            {
                await ReconsiderAsync(stage, number, player, judge, code, ct);
            }
        }
    }

    private static async Task ReconsiderAsync(Stage stage, int number, Player player, int judge, string code, CancellationToken ct)
    {
        var member = stage.Cast.Judges[judge];
        var sheet = await stage.ReadAsync(db => SheetsOf(db, stage, number).SingleOrDefaultAsync(s => s.Contender.EntryId == player.EntryId && s.MemberId == member.Id, ct));

        if (sheet is not null)
        {
            await stage.DoAsync<ChangeScore>(
                member, (change, _) => change.RunAsync(new(sheet.Id, sheet.Version, MarksOf(player, code, judge, firstThoughts: false), player.Words.Discussion), ct));
            stage.Tally.Count(number == 1 ? Steps.Round1 : Steps.Round2, "changed in discussion");
        }
    }

    private static async Task CloseAsync(Stage stage, int number, CancellationToken ct)
    {
        var (round, version) = await RoundAsync(stage, number, ct);
        await stage.DoAsync<CloseRound>(stage.Cast.Chair, (close, _) => close.RunAsync(new(round, version), ct));
    }

    private static async Task ResolveAsync(Stage stage, int number, CancellationToken ct)
    {
        var (round, version) = await RoundAsync(stage, number, ct);
        string[] attendance = [.. stage.Cast.Judges.Select(j => j.Id), stage.Cast.Secretary.Id];
        await stage.DoAsync<ResolveRound, Guid>(stage.Cast.Secretary, (resolve, _) => resolve.RunAsync(new(round, version, $"{number}/2563", attendance), ct));
        await SignAsync(stage, round, stage.Cast.Chair, ct);
        await SignAsync(stage, round, stage.Cast.Secretary, ct);
        var places = await stage.ReadAsync(db => db.Set<Contender>().Where(c => c.RoundId == round && c.Result != "not-shortlisted").Select(c => c.Result!).ToListAsync(ct));

        foreach (var outcome in places.GroupBy(p => p))
        {
            stage.Tally.Count(number == 1 ? Steps.Round1 : Steps.Round2, outcome.Key, outcome.Count());
        }
    }

    /// <summary>The secretary writes to a group whose way ends with this round.</summary>
    private static async Task AdviseAsync(Stage stage, int number, Player player, CancellationToken ct)
    {
        var (round, version) = await RoundAsync(stage, number, ct);

        if (await stage.ReadAsync(db => db.Set<Contender>().AnyAsync(c => c.RoundId == round && c.EntryId == player.EntryId && c.Result != "shortlisted", ct)))
        {
            await stage.DoAsync<WriteFeedback>(stage.Cast.Secretary, (write, _) => write.RunAsync(new(round, version, player.EntryId, player.Words.Feedback), ct));
            stage.Tally.Count(number == 1 ? Steps.Round1 : Steps.Round2, "words to a group");
        }
    }

    private static Task SignAsync(Stage stage, Guid round, CurrentUser signer, CancellationToken ct)
        => stage.DoAsync<SignResolution>(signer, async (sign, db) =>
        {
            var version = await db.Set<Resolution>().Where(r => r.RoundId == round).Select(r => r.Version).SingleAsync(ct);
            return await sign.RunAsync(new(round, version, signer.Name), ct);
        });

    private static async Task<(Guid Id, long Version)> RoundAsync(Stage stage, int number, CancellationToken ct)
    {
        var round = await stage.ReadAsync(db => db.Set<Round>().AsNoTracking().SingleAsync(r => r.CycleId == stage.CycleId && r.Number == number, ct));
        return (round.Id, round.Version);
    }

    private static IQueryable<ScoreSheet> SheetsOf(Kernel.Data.AppDb db, Stage stage, int number)
        => db.Set<ScoreSheet>().AsNoTracking().Where(s => s.Round.CycleId == stage.CycleId && s.Round.Number == number);

    /// <summary>Two sheets of a round are marked too low at first: the discussion has something to do.</summary>
    private static bool IsTalkedOver(Player player, int judge) => (player.At * 5) + judge is 52 or 203;

    private static List<Mark> MarksOf(Player player, string code, int judge, bool firstThoughts)
        => [.. player.Row.Sheets.Single(s => s.Judge == code).Levels.Select(level => MarkOf(player, level.Key, firstThoughts && level.Key == Criterion ? level.Value - 1 : level.Value, judge))];

    private static Mark MarkOf(Player player, string criterion, int level, int judge) => new(criterion, level, player.Words.Reason(criterion, level, judge));
}
