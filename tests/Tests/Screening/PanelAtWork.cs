using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Screening;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Screening;

/// <summary>A panel of five, its secretary and its rounds on a database of their own, and the people that the tests speak of.</summary>
public sealed class PanelAtWork : IDisposable
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

    private static int _year = 2563;

    private readonly Given _given = new();

    public PanelAtWork() => _given.Time.SetUtcNow(Monday);

    public void Dispose() => _given.Dispose();

    /// <summary>Three groups in three provinces; Malee comes from Nong Khai.</summary>
    internal static Round Round(int places = 1, Guid? cycle = null)
    {
        Round round = new(Panel(cycle ?? Guid.CreateVersion7()), 1, "รอบที่ 1", Rules(places), Monday);
        round.Open([Contender(round, "SG-43-01", "43"), Contender(round, "SG-10-01", "11"), Contender(round, "SG-50-01", "50")], new HashSet<(Guid, string)>());
        return round;
    }

    internal static Panel Panel(Guid cycle) => CommunityBusinessNetwork.Screening.Panels.Panel.Appoint(
        cycle,
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

    /// <summary>A cycle of three entries, two places and two tiers, with two criteria.</summary>
    internal async Task<Guid> StoredCycleAsync(DateOnly deadline) => (await _given.StoredAsync(new Cycle(
        Interlocked.Increment(ref _year),
        "เครือข่ายธุรกิจชุมชน",
        "Community business network",
        new()
        {
            TargetCount = 3,
            ShortlistCount = 2,
            Tiers = [new("outstanding", "ดีเด่น", "Outstanding", 1, Money.FromBaht(90_000)), new("good", "ดี", "Good", 1, Money.FromBaht(50_000))],
            DueDates = [new(DueDates.Submit, deadline, Precision.Day, "")],
            Rubric = [new("C1", "หนึ่ง", "One", 40, []), new("C2", "สอง", "Two", 60, [])],
            TieLadder = ["C2"],
            ClipLimitMs = 300_000,
            ClipToleranceMs = 500,
            GraceMinutes = 15,
        }))).Id;

    /// <summary>An open round as it lies in the database.</summary>
    internal async Task<Round> StoredRoundAsync(int places = 1)
    {
        var round = Round(places, await StoredCycleAsync(new(2020, 5, 29)));
        await _given.StoredAsync(round);
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
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        await act(ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider));
    }

    /// <summary>Runs an operation as that person, in a scope of its own as a request would.</summary>
    internal Task<Outcome> AsAsync<T>(CurrentUser user, Func<T, Task<Outcome>> run)
        where T : notnull
        => _given.AsAsync(user, run);

    /// <summary>The same for an operation that makes something.</summary>
    internal Task<Outcome<TMade>> MakeAsync<T, TMade>(CurrentUser user, Func<T, Task<Outcome<TMade>>> run)
        where T : notnull
        => _given.AsAsync(user, run);

    /// <summary>Opens a page as that person and hands it back after the work.</summary>
    internal async Task<(TPage Page, IActionResult Result)> OpenAsync<TPage>(CurrentUser user, Func<TPage, Task<IActionResult>> work)
        where TPage : PageModel
    {
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(user);
        var page = ActivatorUtilities.CreateInstance<TPage>(scope.ServiceProvider);
        return (page, await work(page));
    }

    internal Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) => _given.InDbAsync(read);

    internal Task<Round> WholeAsync(Guid id) => ReadAsync(db => db.Set<Round>().AsNoTracking().Whole().SingleAsync(r => r.Id == id));

    internal Task<ScoreSheet> SheetAsync(Guid id) => ReadAsync(db => db.Set<ScoreSheet>().AsNoTracking().Include(s => s.Round).SingleAsync(s => s.Id == id));

    internal Task<List<AuditRow>> AuditAsync() => _given.AuditAsync();

    internal static ScoreSheet SheetOf(Round round, CurrentUser member, string group)
        => round.Contenders.Single(c => c.GroupCode == group).Sheets.Single(s => s.MemberId == member.Id);

    private static Contender Contender(Round round, string code, string province) => new(round.Id, Guid.CreateVersion7(), code, $"กลุ่ม {code}", province);

    private static Criterion Criterion(string code, int weight)
        => new(code, weight, code, code, [.. Enumerable.Range(0, Weights.HighestLevel + 1).Select(l => new LevelText(l, $"{l}", $"{l}"))]);

    private static CurrentUser Person(string id, params string[] permissions)
        => new(id, id) { Grants = [.. permissions.Select(p => new Grant(p, Area.Nation))] };
}
