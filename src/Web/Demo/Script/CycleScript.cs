using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Demo.Prose;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>The cycle 2563 as a script: every operation of the programme with its time and its person (design §4, played history).</summary>
internal sealed class CycleScript(string recipes, string environment)
{
    private static readonly string[] Names = ["setup", "plan-form", "programme-2563", "demo-76"];
    private static readonly DateTimeOffset Begin = Scene.On(4, 27);

    /// <summary>Whether one group gives its award up in August: the demo shows it, the rehearsal counts to 36.</summary>
    public bool WithWithdrawal { get; init; }

    /// <summary>Hears each day that begins.</summary>
    public Action<DateOnly> Reached { get; init; } = _ => { };

    private readonly string _folder = Path.Combine(recipes, "demo-76");

    /// <summary>Sets the site up by its recipes; nothing has happened yet.</summary>
    public async Task<PlayedSite> SetUpAsync(AppDatabase database, string filesFolder, CancellationToken ct)
    {
        var site = await PlayedSite.OpenAsync(database, filesFolder, Begin, environment, ct);

        foreach (var name in Names)
        {
            await site.ActAsync(
                CurrentUser.System, services => services.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Read(Path.Combine(recipes, $"{name}.recipe.json")), ct));
        }

        await site.DeliverAsync(ct);
        return site;
    }

    /// <summary>Plays what happens until that instant, in the order of time; events are delivered in between.</summary>
    /// <param name="until">Exclusive; null plays to the end.</param>
    public async Task<Stage> PlayAsync(PlayedSite site, DateTimeOffset? until, CancellationToken ct)
    {
        var stage = await StageAsync(site, ct);
        var day = BangkokTime.DateOf(Begin);

        foreach (var scene in ScenesOf(stage.Players).Where(s => until is null || s.At < until).OrderBy(s => s.At).Where(s => s.Applies()))
        {
            await stage.Tally.TimeAsync(scene.Step, async () =>
            {
                // What a day has caused is delivered before the next begins: no scene waits for what happens on its own day.
                if (BangkokTime.DateOf(scene.At) != day)
                {
                    await site.DeliverAsync(ct);
                    day = BangkokTime.DateOf(scene.At);
                    Reached(day);
                }

                site.Clock.Set(scene.At);
                await scene.PlayAsync(stage, ct);
            });
        }

        await site.DeliverAsync(ct);
        return stage;
    }

    private IEnumerable<Scene> ScenesOf(IReadOnlyList<Player> players)
        =>
        [
            .. LetterScenes.Of(players),
            .. PlanScenes.Of(players),
            .. ScreeningScenes.Of(players),
            .. MoneyScenes.Of(),
            .. PurchaseScenes.Of(players),
            .. BpmScenes.Of(players),
            .. ReportScenes.Of(players),
            .. WithWithdrawal ? MoneyScenes.Withdrawal(players) : [],
        ];

    private async Task<Stage> StageAsync(PlayedSite site, CancellationToken ct)
    {
        var storyteller = new Storyteller(_folder);
        IReadOnlyList<Player> players = [.. Roster.Read(_folder).Select((row, at) => new Player(row, storyteller.Of(row)) { At = at })];
        Dictionary<string, CurrentUser> people = [];

        await site.ActAsync(CurrentUser.System, async services =>
        {
            var groups = await services.GetRequiredService<AppDb>().Set<GroupIndex>().AsNoTracking().ToDictionaryAsync(g => g.ProvinceCode, ct);
            var book = services.GetRequiredService<RoleBook>();

            foreach (var player in players)
            {
                player.GroupItemId = groups[player.Province].ItemId;
            }

            var accounts = await services.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().Where(a => a.IsDemo).ToListAsync(ct);
            people = accounts.ToDictionary(a => a.UserName, a => CurrentUser.With(a.Id.ToString(), a.DisplayName, a.Roles, book));
        });
        return new(site, players, new(people), storyteller.Phrases, new(_folder));
    }
}
