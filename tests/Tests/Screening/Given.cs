using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Clock;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Screening;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBusinessNetwork.Tests.Screening;

/// <summary>A database file of its own with a panel of five and one open round, and the people that the tests speak of.</summary>
public sealed class Given : IDisposable
{
    internal static readonly DateTimeOffset Monday = new(2020, 6, 15, 9, 0, 0, TimeSpan.FromHours(7));

    internal static readonly CurrentUser Chanya = Person("chanya", Permissions.Score, Permissions.Lead);
    internal static readonly CurrentUser Malee = Person("malee", Permissions.Score);
    internal static readonly CurrentUser Somchai = Person("somchai", Permissions.Score);
    internal static readonly CurrentUser Narong = Person("narong", Permissions.Score);
    internal static readonly CurrentUser Orathai = Person("orathai", Permissions.Score);
    internal static readonly CurrentUser Suda = Person("suda", Permissions.Secretary);

    /// <summary>Of the Department.</summary>
    internal static readonly CurrentUser Preecha = Person("preecha", Permissions.OpenRound);

    /// <summary>Holds every right of a panel, and sits on another one.</summary>
    internal static readonly CurrentUser Stranger = Person("stranger", Permissions.Score, Permissions.Lead, Permissions.Secretary);

    internal static readonly IReadOnlyList<CurrentUser> Scorers = [Chanya, Malee, Somchai, Narong, Orathai];

    private readonly string _folder = Directory.CreateTempSubdirectory("screening-").FullName;
    private readonly ServiceProvider _services;

    public Given()
    {
        ModuleCatalogue modules = new(
            new CommunityBusinessNetwork.Accounts.Startup(),
            new CommunityBusinessNetwork.Groups.Startup(),
            new CommunityBusinessNetwork.Programmes.Startup(),
            new CommunityBusinessNetwork.Letters.Startup(),
            new CommunityBusinessNetwork.Plans.Startup(),
            new CommunityBusinessNetwork.Clips.Startup(),
            new Startup());
        var database = AppDatabase.Sqlite(Path.Combine(_folder, "app.db"));
        _services = new ServiceCollection()
            .AddLogging()
            .AddKernel(modules, database, Path.Combine(_folder, "files"), Time)
            .BuildServiceProvider();
        database.MigrateAsync(modules, NullLoggerFactory.Instance, CancellationToken.None).GetAwaiter().GetResult();
    }

    internal PlayedClock Time { get; } = new(Monday);

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Three groups in three provinces; Malee comes from Nong Khai.</summary>
    internal static Round Round(int places = 1)
    {
        Round round = new(Panel(), 1, "รอบที่ 1", Rules(places), Monday);
        round.Open([Contender(round, "SG-43-01", "43"), Contender(round, "SG-10-01", "11"), Contender(round, "SG-50-01", "50")], new HashSet<(Guid, string)>());
        return round;
    }

    internal static Panel Panel() => CommunityBusinessNetwork.Screening.Panels.Panel.Appoint(
        Guid.CreateVersion7(),
        "812/2563",
        new(2020, 6, 1),
        [
            new(Chanya.Id, "นางจรรยา ทดสอบ", Seat.Chair),
            new(Malee.Id, "นางมาลี ทดสอบ", Seat.Member, HomeProvince: "43"),
            new(Somchai.Id, "นายสมชาย ทดสอบ", Seat.Member),
            new(Narong.Id, "นายณรงค์ ทดสอบ", Seat.Member),
            new(Orathai.Id, "นางสาวอรทัย ทดสอบ", Seat.Member),
            new(Suda.Id, "นางสุดา ทดสอบ", Seat.Secretary),
        ]).Value;

    internal static RoundRules Rules(int places = 1) => new(
        [Criterion("C1", 40), Criterion("C2", 60)], ["C2"], [new("shortlisted", places)], "not-shortlisted", "1 กรกฎาคม 2563", "seed");

    internal static IReadOnlyList<Mark> Marks(int first, int second) => [Mark("C1", first), Mark("C2", second)];

    internal static Mark Mark(string criterion, int? level) => new(criterion, level, RoundRules.NeedsReason(level) ? "เห็นเอกสาร" : null);

    /// <summary>An open round as it lies in the database.</summary>
    internal async Task<Round> StoredRoundAsync(int places = 1)
    {
        var round = Round(places);
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(round);
        await db.SaveAsync(CurrentUser.System, CancellationToken.None);
        return await WholeAsync(round.Id);
    }

    /// <summary>Every scorer has marked and locked all her sheets, and the chair has opened the discussion.</summary>
    internal async Task<Round> RoundInDiscussionAsync(Func<string, (int First, int Second)> levels, int places = 1)
    {
        var round = await StoredRoundAsync(places);
        await ScoreAsync(round, levels);
        return await WholeAsync(round.Id);
    }

    /// <summary>Marks and locks every sheet of the round, then opens the discussion.</summary>
    internal async Task ScoreAsync(Round round, Func<string, (int First, int Second)> levels)
    {
        foreach (var scorer in Scorers)
        {
            foreach (var (code, sheet) in round.Contenders.SelectMany(c => c.Sheets.Where(s => s.MemberId == scorer.Id && s.State == SheetState.Draft).Select(s => (c.GroupCode, s))))
            {
                var (first, second) = levels(code);
                Assert.True((await AsAsync<SaveScore>(scorer, o => o.RunAsync(new(sheet.Id, sheet.Version, Marks(first, second)), CancellationToken.None))).Succeeded);
            }

            Assert.True((await AsAsync<SubmitSheets>(scorer, o => o.RunAsync(new(round.Id), CancellationToken.None))).Succeeded);
        }

        Assert.True((await AsAsync<StartDiscussion>(Chanya, o => o.RunAsync(new(round.Id, round.Version), CancellationToken.None))).Succeeded);
    }

    /// <summary>Has a consumer of events act, as the application.</summary>
    internal async Task DoAsync<T>(Func<T, Task> act)
        where T : class
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        await act(ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider));
    }

    /// <summary>Runs an operation as that person, in a scope of its own as a request would.</summary>
    internal async Task<Outcome> AsAsync<T>(CurrentUser user, Func<T, Task<Outcome>> run)
        where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(user);
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>The same for an operation that makes something.</summary>
    internal async Task<Outcome<TMade>> MakeAsync<T, TMade>(CurrentUser user, Func<T, Task<Outcome<TMade>>> run)
        where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(user);
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    internal async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    internal Task<Round> WholeAsync(Guid id) => ReadAsync(db => db.Set<Round>().AsNoTracking().Whole().SingleAsync(r => r.Id == id));

    internal Task<ScoreSheet> SheetAsync(Guid id) => ReadAsync(db => db.Set<ScoreSheet>().AsNoTracking().Include(s => s.Round).SingleAsync(s => s.Id == id));

    internal Task<List<AuditRow>> AuditAsync() => ReadAsync(db => db.Audit.AsNoTracking().OrderBy(r => r.Number).ToListAsync());

    internal static ScoreSheet SheetOf(Round round, CurrentUser member, string group)
        => round.Contenders.Single(c => c.GroupCode == group).Sheets.Single(s => s.MemberId == member.Id);

    private static Contender Contender(Round round, string code, string province) => new(round.Id, Guid.CreateVersion7(), code, $"กลุ่ม {code}", province);

    private static Criterion Criterion(string code, int weight)
        => new(code, weight, code, code, [.. Enumerable.Range(0, Weights.HighestLevel + 1).Select(l => new LevelText(l, $"{l}", $"{l}"))]);

    private static CurrentUser Person(string id, params string[] permissions)
        => new(id, id) { Grants = [.. permissions.Select(p => new Grant(p, Area.Nation))] };
}
