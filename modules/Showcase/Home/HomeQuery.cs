using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Home;

/// <summary>Reads what the first page shows.</summary>
internal sealed class HomeQuery(AppDb db, PublicCycles cycles, PublicDocuments documents, PictureBook book, TimeProvider time)
{
    private const int Stories = 4;
    private const int Documents = 5;

    public async Task<HomeView> RunAsync(CancellationToken ct)
    {
        var cycle = await cycles.LatestAsync(ct);

        return new(
            cycle,
            cycle is null ? await CallAsync(ct) : null,
            cycle is null ? null : await CalendarAsync(cycle, ct),
            cycle is null ? [] : await StoriesAsync(cycle.Groups, ct),
            await documents.LatestAsync(Documents, ct));
    }

    private async Task<PublicCall?> CallAsync(CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().CallingForPlans().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

        if (cycle is null)
        {
            return null;
        }

        var rules = cycle.Rules;
        return new(
            cycle.FiscalYearBe,
            rules.TargetCount,
            rules.ShortlistCount,
            rules.Rubric.Count,
            TimeSpan.FromMilliseconds(rules.ClipLimitMs),
            rules.Due(DueDates.Submit).Date,
            PublicTier.Of(rules),
            CalendarOf(cycle, _ => default));
    }

    /// <summary>Groups with something to tell, those who are furthest first, each from another region as far as there are.</summary>
    private async Task<IReadOnlyList<GroupCard>> StoriesAsync(IReadOnlyList<GroupCard> groups, CancellationToken ct)
    {
        List<GroupCard> stories = [];

        foreach (var group in groups.Where(g => g.Sentence is not null)
            .OrderByDescending(g => g.Progress).ThenByDescending(g => g.Tier.IsFirst).ThenBy(g => g.Code, StringComparer.Ordinal)
            .DistinctBy(g => g.Region).Take(Stories))
        {
            var pictures = await db.PublicPicturesOfAsync(group.EntryId, ct);
            var views = await book.OfAsync([.. pictures.TakeLast(1).Select(p => (p.FileId, Alt: ""))], ct);
            stories.Add(group with { Picture = views.Values.SingleOrDefault() });
        }

        return stories;
    }

    private async Task<CycleCalendar> CalendarAsync(PublicCycle shown, CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().Announced().SingleAsync(c => c.Id == shown.Id, ct);
        var placed = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == shown.Id).Placed().ToListAsync(ct);

        return CalendarOf(cycle, key => key switch
        {
            DueDates.Submit => new(shown.Submitted, shown.Targeted),
            DueDates.Round1 or DueDates.Round2 => new(shown.Shortlisted, cycle.Rules.ShortlistCount),
            DueDates.Allot => new(placed.Count(e => e.State != EntryStates.Tiered), placed.Count),
            DueDates.Procure => new(placed.Count(e => e.PurchasesDoneAt is not null), placed.Count),
            DueDates.Report => new(placed.Count(e => e.ReportDoneAt is not null), placed.Count),
            _ => new(placed.Count(e => e.BpmDoneAt is not null), placed.Count),
        });
    }

    /// <summary>Each step begins when the one before must be over; the two rounds may have the same date.</summary>
    private CycleCalendar CalendarOf(Cycle cycle, Func<string, Count> countOf)
    {
        var today = time.Today();
        var opened = BangkokTime.DateOf(cycle.OpenedAt ?? cycle.AnnouncedAt!.Value);
        var submit = cycle.Rules.Due(DueDates.Submit);
        var first = cycle.Rules.Due(DueDates.Round1);
        var second = cycle.Rules.Due(DueDates.Round2);
        var allot = cycle.Rules.Due(DueDates.Allot);
        var procure = cycle.Rules.Due(DueDates.Procure);

        CalendarStep[] steps =
        [
            Step(submit, opened),
            Step(first, DayAfter(submit)),
            Step(second, first.Date < second.Date ? DayAfter(first) : DayAfter(submit)),
            Step(allot, DayAfter(second)),
            Step(procure, DayAfter(second)),
            Step(cycle.Rules.Due(DueDates.Report), DayAfter(procure)),
            Step(cycle.Rules.Due(DueDates.Bpm), DayAfter(procure)),
        ];

        return new(opened, steps.Max(s => s.Due), today, steps);

        CalendarStep Step(DueDate due, DateOnly from) => new(due.Key, from, due.Date, countOf(due.Key).Done, countOf(due.Key).Of, today, due.Precision == Precision.Month);

        DateOnly DayAfter(DueDate due) => due.Date.AddDays(1);
    }

    /// <summary>How many of how many are through.</summary>
    private readonly record struct Count(int Done, int Of);
}
