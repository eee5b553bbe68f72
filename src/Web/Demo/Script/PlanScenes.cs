using System.Globalization;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>Step 1: each group writes its plan, makes its clip and submits; three come in by an extension, one clip is too long at first.</summary>
internal static class PlanScenes
{
    private static readonly DateOnly Deadline = new(2020, 5, 29);

    public static IEnumerable<Scene> Of(IReadOnlyList<Player> players) => players.SelectMany(Of);

    private static IEnumerable<Scene> Of(Player player)
    {
        var submitted = player.Row.Submitted;
        var isLate = submitted > Deadline;
        var begun = LetterScenes.EventOf(player.Row);
        var written = begun > submitted.AddDays(-2) ? begun : submitted.AddDays(-2);

        yield return new(Scene.On(begun, 13, 30).AddMinutes(player.At), Steps.Plan, (stage, ct) => BeginAsync(stage, player, ct));
        yield return new(Scene.On(written, 15).AddMinutes(player.At), Steps.Plan, (stage, ct) => WriteWordsAsync(stage, player, ct));
        yield return new(Scene.On(submitted.AddDays(-1), 10).AddMinutes(player.At * 3), Steps.Plan, (stage, ct) => WriteBudgetAsync(stage, player, ct));

        if (isLate)
        {
            yield return new(Scene.On(Deadline, 16, 10).AddMinutes(player.At), Steps.Plan, (stage, ct) => ExtendAsync(stage, player, ct));
        }

        foreach (var scene in ClipScenes.Of(player, submitted))
        {
            yield return scene;
        }

        yield return new(SubmittedAt(player), Steps.Plan, (stage, ct) => SubmitAsync(stage, player, ct));
    }

    /// <summary>In the afternoon of the roster's day; one group uses the last second before the deadline.</summary>
    private static DateTimeOffset SubmittedAt(Player player)
        => player.Row.Submitted == Deadline && player.Province == LastSecond
            ? Scene.On(Deadline, 23, 59, 59)
            : Scene.On(player.Row.Submitted, 15).AddSeconds((player.At * 97) + 41);

    private const string LastSecond = "13";

    private static async Task BeginAsync(Stage stage, Player player, CancellationToken ct)
    {
        await stage.DoAsync<StartPlan, Guid>(stage.Cast.GroupSecretary(player.Province), (start, _) => start.RunAsync(player.EntryId, ct));
        stage.Tally.Count(Steps.Plan, "plans");
    }

    private static Task WriteWordsAsync(Stage stage, Player player, CancellationToken ct)
    {
        var words = player.Words;
        return SaveAsync(
            stage,
            player,
            stage.Cast.GroupSecretary(player.Province),
            new(player.EntryId, 0)
            {
                Fields = new Dictionary<string, string>
                {
                    ["balanceDate"] = "2020-04-30",
                    ["priorBudgetEvidence"] = words.PriorBudget,
                    ["summary"] = words.Summary,
                    ["history"] = words.History,
                },
                Tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
                {
                    ["businesses"] = [.. player.Row.Businesses.Select((business, at) => BusinessOf(player, business, at))],
                    ["goals"] =
                    [
                        .. words.Goals.Select(g => new Dictionary<string, string>
                        {
                            ["text"] = g.Text,
                            ["objective"] = g.Kind == "welfare" ? "welfare" : "income",
                            ["indicator"] = g.Indicator,
                            ["baseline"] = Text(g.Baseline),
                            ["target"] = Text(g.Target),
                            ["unit"] = g.Unit,
                        }),
                    ],
                },
            },
            ct);
    }

    private static Task WriteBudgetAsync(Stage stage, Player player, CancellationToken ct)
    {
        var words = player.Words;
        return SaveAsync(
            stage,
            player,
            stage.Cast.DistrictOfficer(player.Province),
            new(player.EntryId, 0)
            {
                Fields = new Dictionary<string, string> { ["ownContribution"] = Text(player.Row.Members * 20) },
                Tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
                {
                    ["actions"] =
                    [
                        .. words.Actions.Select(a => new Dictionary<string, string> { ["activity"] = a.Activity, ["from"] = Text(a.From), ["to"] = Text(a.To), ["owner"] = a.Owner }),
                    ],
                    ["welfare"] =
                    [
                        .. words.Welfare.Select(w => new Dictionary<string, string> { ["kind"] = w.Kind, ["people"] = Text(w.People), ["bahtPerYear"] = Text(w.BahtPerYear.Baht) }),
                    ],
                    ["partners"] =
                    [
                        .. words.Partners.Select(p => new Dictionary<string, string> { ["name"] = p.Name, ["kind"] = p.Kind, ["role"] = p.Role, ["evidence"] = p.Evidence }),
                    ],
                },
                Lines = [.. player.Row.Lines.Select(l => LineOf(player, l))],
            },
            ct);
    }

    private static Task SaveAsync(Stage stage, Player player, Kernel.Access.CurrentUser person, SavePlan.Input input, CancellationToken ct)
        => stage.DoAsync<SavePlan>(person, async (save, db) =>
        {
            var version = await db.Set<Plan>().Where(p => p.EntryId == player.EntryId).Select(p => p.Version).SingleAsync(ct);
            return await save.RunAsync(input with { Version = version }, ct);
        });

    private static Dictionary<string, string> BusinessOf(Player player, string business, int at)
    {
        // The roster gives one sum for all businesses; the focus earns most of it.
        var share = at == 0 ? 1m - (0.1m * (player.Row.Businesses.Count - 1)) : 0.1m;
        return new()
        {
            ["type"] = player.Words.CodeOf(business),
            ["since"] = Math.Min(2561, player.Row.FoundedBe + 4 + (at * 3)).ToString(CultureInfo.InvariantCulture),
            ["members"] = Text(player.Row.Members * (at == 0 ? 60 : 25) / 100),
            ["revenue"] = Text(decimal.Round(player.Row.Revenue.Baht * share)),
            ["profit"] = Text(decimal.Round(player.Row.Profit.Baht * share)),
            ["focus"] = at == 0 ? "true" : "",
        };
    }

    private static TypedLine LineOf(Player player, RosterLine line)
        => new(null, line.Category, line.Description, line.Unit, Text(line.Quantity), Text(line.UnitPrice.Baht))
        {
            Priority = Text(line.Priority),
            Procurement = player.Words.IsHired(line) ? ProcurementKind.Hire : ProcurementKind.Buy,
            Basis = (PriceBasis)((line.Seq + player.Row.Moo) % 3),
            Cuts = line.InSmallCut ? ["good"] : [],
            Activity = player.Words.Actions.Single(a => a.LineSeqs.Contains(line.Seq)).Activity,
        };

    private static async Task ExtendAsync(Stage stage, Player player, CancellationToken ct)
    {
        await stage.DoAsync<GrantExtension>(stage.Cast.DepartmentOfficer, async (grant, db) =>
        {
            var entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == player.EntryId, ct);
            return await grant.RunAsync(entry.Id, Scene.On(5, 31, 0), player.Words.ExtensionReason(player.At), entry.Version, ct);
        });
        stage.Tally.Count(Steps.Plan, "extended");
    }

    private static async Task SubmitAsync(Stage stage, Player player, CancellationToken ct)
    {
        var received = await stage.DoAsync<SubmitEntry, DateTimeOffset>(stage.Cast.GroupSecretary(player.Province), async (submit, db) =>
        {
            var version = await db.Set<Entry>().Where(e => e.Id == player.EntryId).Select(e => e.Version).SingleAsync(ct);
            return await submit.RunAsync(player.EntryId, version, ct);
        });
        var cycle = await stage.ReadAsync(db => db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == stage.CycleId, ct));
        stage.Tally.Count(Steps.Plan, received < cycle.Rules.Due(DueDates.Submit).EndsAt ? "submitted in time" : "submitted late");
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
