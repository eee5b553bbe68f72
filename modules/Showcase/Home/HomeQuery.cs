using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Home;

/// <summary>Reads what the first page shows.</summary>
internal sealed class HomeQuery(AppDb db, PublicCycles cycles, PublicDocuments documents, TimeProvider time)
{
    private const int Stories = 4;
    private const int Documents = 5;

    public async Task<HomeView> RunAsync(CancellationToken ct)
    {
        var cycle = await cycles.LatestAsync(ct);

        return new(
            cycle,
            cycle is null ? null : await CalendarAsync(cycle, ct),
            cycle is null ? [] : await StoriesAsync(cycle.Groups, ct),
            await documents.LatestAsync(Documents, ct));
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
            stories.Add(group with { PictureUrl = pictures.Count == 0 ? null : $"/files/{pictures[^1].FileId}" });
        }

        return stories;
    }

    private async Task<CycleCalendar> CalendarAsync(PublicCycle shown, CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().Announced().SingleAsync(c => c.Id == shown.Id, ct);
        var placed = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == shown.Id).Placed().ToListAsync(ct);
        var today = time.Today();
        var opened = BangkokTime.DateOf(cycle.OpenedAt ?? cycle.AnnouncedAt!.Value);
        var submit = cycle.Rules.Due(DueDates.Submit);
        var first = cycle.Rules.Due(DueDates.Round1);
        var second = cycle.Rules.Due(DueDates.Round2);
        var allot = cycle.Rules.Due(DueDates.Allot);
        var procure = cycle.Rules.Due(DueDates.Procure);

        CalendarStep[] steps =
        [
            Step(submit, opened, shown.Submitted, shown.Targeted),
            Step(first, DayAfter(submit), shown.Shortlisted, cycle.Rules.ShortlistCount),
            Step(second, first.Date < second.Date ? DayAfter(first) : DayAfter(submit), shown.Shortlisted, cycle.Rules.ShortlistCount),
            Step(allot, DayAfter(second), placed.Count(e => e.State != EntryStates.Tiered), placed.Count),
            Step(procure, DayAfter(second), placed.Count(e => e.PurchasesDoneAt is not null), placed.Count),
            Step(cycle.Rules.Due(DueDates.Report), DayAfter(procure), placed.Count(e => e.ReportDoneAt is not null), placed.Count),
            Step(cycle.Rules.Due(DueDates.Bpm), DayAfter(procure), placed.Count(e => e.BpmDoneAt is not null), placed.Count),
        ];

        return new(opened, steps.Max(s => s.Due), today, steps);

        CalendarStep Step(DueDate due, DateOnly from, int done, int of) => new(due.Key, from, due.Date, done, of, today, due.Precision == Precision.Month);

        DateOnly DayAfter(DueDate due) => due.Date.AddDays(1);
    }
}
