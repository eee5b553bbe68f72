using System.Diagnostics;
using System.Globalization;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Demo.Script;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>Plays a whole cycle of the roster in a new temporary database and says what came of it.</summary>
internal static class Rehearsal
{
    /// <summary>The command <c>rehearse</c>: one line per step, and at the end one line that must be as it must be.</summary>
    public static async Task<int> RunAsync(string recipes, TextWriter output, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("rehearsal-");

        try
        {
            return await PlayAsync(recipes, folder.FullName, output, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PlayAsync(string recipes, string folder, TextWriter output, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        CycleScript script = new(recipes, "Rehearsal");
        await using var site = await script.SetUpAsync(AppDatabase.Sqlite(Path.Combine(folder, "site.db")), Path.Combine(folder, "files"), ct);
        await output.WriteLineAsync(Line("set-up", "recipes 4", Stopwatch.GetElapsedTime(begun)));
        var stage = await script.PlayAsync(site, until: null, ct);

        foreach (var step in stage.Tally.Steps)
        {
            await output.WriteLineAsync(Line(step.Name, string.Join(", ", step.Counts.Select(c => $"{c.Key} {c.Value}")), step.Time));
        }

        var ending = await EndingAsync(site, ct);
        await output.WriteLineAsync(ending.ToString());
        return ending.IsAsItMustBe ? 0 : 1;
    }

    private static string Line(string step, string counts, TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{step,-16} {counts}  {time.TotalSeconds:0.0} s");

    private static async Task<Ending> EndingAsync(PlayedSite site, CancellationToken ct)
    {
        Ending ending = null!;
        await site.ActAsync(CurrentUser.System, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var entries = await db.Set<Entry>().AsNoTracking().ToListAsync(ct);
            var awards = await db.Set<Award>().AsNoTracking().ToListAsync(ct);
            ending = new(
                entries.Count,
                entries.Count(e => EntryStates.Placed.Contains(e.State)),
                entries.Count(e => e.TierCode == "outstanding"),
                entries.Count(e => e.TierCode == "good"),
                Money.Sum(awards.Where(a => a.AllottedOn is not null).Select(a => a.Amount)),
                new(await db.Set<ApprovedBudget>().SumAsync(b => b.PaidSatang, ct)),
                entries.Count(e => e.ReportDoneAt is not null),
                await AuditChain.VerifyAsync(db, ct));
        });
        return ending;
    }

    private sealed record Ending(int Entries, int Shortlisted, int Outstanding, int Good, Money Allotted, Money Paid, int Reported, long? BrokenRow)
    {
        public bool IsAsItMustBe
            => this is { Entries: 76, Shortlisted: 36, Outstanding: 18, Good: 18, Reported: 36, BrokenRow: null }
                && Allotted == Money.FromBaht(2_520_000)
                && Paid > Money.Zero && Paid <= Allotted;

        public override string ToString()
            => string.Create(
                CultureInfo.InvariantCulture,
                $"entries {Entries}, shortlisted {Shortlisted}, outstanding {Outstanding}, good {Good}, allotted {Allotted.Baht:0.00}, paid {Paid.Baht:0.00}, reported {Reported}, audit chain {(BrokenRow is null ? "ok" : $"broken at row {BrokenRow}")}");
    }
}
