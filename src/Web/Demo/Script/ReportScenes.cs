using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Reporting.Results;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Demo.Prose;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 7: the province reports with a clip of the activity; the Department accepts, sends one back, and the group's page says what the money did.</summary>
internal static class ReportScenes
{
    private const string SentBack = "14";

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players) => players.SelectMany(Of);

    private static IEnumerable<Scene> Of(Player player)
    {
        var (sent, decided) = player.Pace switch
        {
            Pace.Quick => (new DateOnly(2020, 8, 6), new DateOnly(2020, 8, 7)),
            Pace.Steady => (new DateOnly(2020, 8, 13), new DateOnly(2020, 8, 17)),
            Pace.Slow => (new DateOnly(2020, 8, 18), new DateOnly(2020, 8, 21)),
            _ => (new DateOnly(2020, 8, 25), new DateOnly(2020, 8, 28)),
        };

        yield return SceneOf(player, Scene.On(sent, 14), (stage, ct) => WriteAndSendAsync(stage, player, ct));

        if (player.Province == SentBack)
        {
            yield return SceneOf(player, Scene.On(sent.AddDays(1), 10), (stage, ct) => SendBackAsync(stage, player, ct));
            yield return SceneOf(player, Scene.On(sent.AddDays(2), 10), (stage, ct) => SendAsync(stage, player, ct));
        }

        yield return SceneOf(player, Scene.On(decided, 10), (stage, ct) => AcceptAsync(stage, player, ct));
    }

    private static Scene SceneOf(Player player, DateTimeOffset at, Func<Stage, CancellationToken, Task> play)
        => new(at.AddMinutes(player.At), Steps.Report, play) { Applies = () => player.IsAwarded };

    private static async Task WriteAndSendAsync(Stage stage, Player player, CancellationToken ct)
    {
        await ClipScenes.UploadActivityAsync(stage, player, ct);
        stage.Tally.Count(Steps.Report, "clips");
        await DoAsync<SaveReport>(stage, player, stage.Cast.ProvinceOfficer(player.Province), (save, report) => save.RunAsync(
            new(player.EntryId, report.Version, new(player.Words.Report, player.Words.Bpm.Practice, [.. report.Indicators.Select(i => MeasuredBy(player, i))])), ct));
        await SendAsync(stage, player, ct);
    }

    private static async Task SendAsync(Stage stage, Player player, CancellationToken ct)
    {
        var late = player.Pace == Pace.Tardy ? player.Words.LatePurchase : null;
        await DoAsync<SendReport>(stage, player, stage.Cast.ProvinceOfficer(player.Province), (send, report) => send.RunAsync(new(player.EntryId, report.Version, late), ct));
        stage.Tally.Count(Steps.Report, late is null ? "sent" : "sent late");
    }

    private static async Task SendBackAsync(Stage stage, Player player, CancellationToken ct)
    {
        await DoAsync<ReturnReport>(stage, player, stage.Cast.DepartmentOfficer, (back, report) => back.RunAsync(new(player.EntryId, report.Version, player.Words.ReturnReason), ct));
        stage.Tally.Count(Steps.Report, "sent back");
    }

    private static async Task AcceptAsync(Stage stage, Player player, CancellationToken ct)
    {
        await DoAsync<AcceptReport>(stage, player, stage.Cast.DepartmentOfficer, (accept, report) => accept.RunAsync(new(player.EntryId, report.Version), ct));
        await stage.DoAsync<RegisterGroup, string>(
            stage.Cast.DepartmentOfficer, (register, _) => register.RunAsync(GroupProfile.Of(player.Row, player.Words, player.Words.ResultTh, player.Words.ResultEn), ct));
        stage.Tally.Count(Steps.Report, "accepted");
    }

    private static Task DoAsync<TOperation>(Stage stage, Player player, CurrentUser person, Func<TOperation, ActivityReport, Task<Outcome>> act)
        where TOperation : class
        => stage.DoAsync<TOperation>(person, async (operation, db) => await act(
            operation, await db.Set<ActivityReport>().AsNoTracking().SingleAsync(r => r.EntryId == player.EntryId)));

    /// <summary>The programme's indicators I1 to I11 and the plan's own goals, one month after the delivery.</summary>
    private static Indicator MeasuredBy(Player player, Indicator indicator)
    {
        var (row, figures) = (player.Row, player.Words.Figures);
        var revenue = figures.RevenueMonthAfter.Baht;
        var profit = figures.ProfitMonth.Baht * (100 + figures.Growth) / 100;

        return indicator.Code switch
        {
            "I1" => Put(indicator, revenue, revenue),
            "I2" => Put(indicator, decimal.Round(profit), decimal.Round(profit * 0.96m)),
            "I3" => Put(indicator, figures.Gainers, figures.Gainers - (player.At % 3)),
            "I4" => Put(indicator with { Baseline = row.Jobs }, figures.JobsTarget, figures.JobsAfter),
            "I5" => Put(indicator, figures.Participants, figures.Participants),
            "I6" => Put(indicator, 5, 2 + (player.At % 5)),
            "I7" => Put(indicator, decimal.Round(row.Savings.Baht * 1.02m), decimal.Round(row.Savings.Baht * 1.012m)),
            "I8" => Put(indicator, figures.WelfareTarget.Baht, figures.WelfareAfter.Baht),
            "I9" => Put(indicator, row.Businesses.Count, row.Businesses.Count),
            "I10" => Put(indicator, player.Words.Partners.Count, player.Words.Partners.Count),
            "G1" => indicator with { Actual = revenue },
            "G2" => indicator with { Actual = figures.JobsAfter },
            "G3" => indicator with { Actual = figures.WelfareAfter.Baht },
            _ => indicator,
        };
    }

    private static Indicator Put(Indicator indicator, decimal target, decimal actual) => indicator with { Baseline = indicator.Baseline ?? 0, Target = target, Actual = actual };
}
