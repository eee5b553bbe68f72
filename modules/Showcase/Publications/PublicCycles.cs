using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Showcase.Businesses;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Drawings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>Reads what the public may know of announced cycles. Whatever page shows it is forgotten by the cache when it changes.</summary>
internal sealed class PublicCycles(AppDb db, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>The announced years, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
        => await db.Set<Cycle>().AsNoTracking().Announced().OrderByDescending(c => c.FiscalYearBe).Select(c => c.FiscalYearBe).ToListAsync(ct);

    public Task<PublicCycle?> LatestAsync(CancellationToken ct) => FindAsync(null, ct);

    public Task<PublicCycle?> OfYearAsync(int year, CancellationToken ct) => FindAsync(year, ct);

    /// <summary>The cycle of that year, or the latest; null where none is announced.</summary>
    public async Task<PublicCycle?> FindAsync(int? year, CancellationToken ct)
    {
        var cycle = await db.Set<Cycle>().AsNoTracking().Announced().OrderByDescending(c => c.FiscalYearBe)
            .FirstOrDefaultAsync(c => year == null || c.FiscalYearBe == year, ct);

        return cycle is null ? null : await ReadAsync(cycle, ct);
    }

    /// <summary>The cycle in whose announcement that group stands, the latest first.</summary>
    public async Task<(Cycle Rules, PublicCycle Cycle, GroupCard Card)?> OfGroupAsync(string slug, CancellationToken ct)
    {
        var item = await db.Set<GroupIndex>().AsNoTracking().Where(g => g.Slug == slug).Select(g => g.ItemId).SingleOrDefaultAsync(ct);

        if (item is null)
        {
            return null;
        }

        var cycle = await db.Set<Cycle>().AsNoTracking().Announced()
            .Where(c => db.Set<Entry>().Placed().Any(e => e.CycleId == c.Id && e.GroupItemId == item))
            .OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

        if (cycle is null || await ReadAsync(cycle, ct) is not { } shown || shown.Groups.FirstOrDefault(g => g.ItemId == item) is not { } card)
        {
            return null;
        }

        return (cycle, shown, card);
    }

    private async Task<PublicCycle> ReadAsync(Cycle cycle, CancellationToken ct)
    {
        PublicCache.Tag(http.HttpContext, PublicCache.Cycle(cycle.Id));
        var rules = cycle.Rules;
        var tiers = PublicTier.Of(rules);
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == cycle.Id).ToListAsync(ct);
        var placed = await db.Set<Entry>().AsNoTracking().Where(e => e.CycleId == cycle.Id).Placed().ToListAsync(ct);
        var awards = await db.Set<Award>().AsNoTracking().Where(a => a.CycleId == cycle.Id && a.WithdrawnAt == null).ToDictionaryAsync(a => a.EntryId, ct);
        var paid = (await db.SumsOfCycleAsync(cycle.Id, ct)).ToDictionary(s => s.EntryId, s => s.Paid);
        var items = placed.Select(e => e.GroupItemId).ToList();
        var groups = await db.Set<GroupIndex>().AsNoTracking().Where(g => items.Contains(g.ItemId)).ToDictionaryAsync(g => g.ItemId, ct);
        var profiles = await db.Set<ContentItem>().AsNoTracking().Public().Where(i => items.Contains(i.ItemId)).ToDictionaryAsync(i => i.ItemId, ct);

        var type = (await db.Set<ContentType>().AsNoTracking().SingleAsync(t => t.Name == GroupItems.Type && t.Latest, ct)).Definition;
        var cards = placed.Where(e => awards.ContainsKey(e.Id) && groups.ContainsKey(e.GroupItemId) && profiles.ContainsKey(e.GroupItemId))
            .Select(e => CardOf(e, groups[e.GroupItemId], profiles[e.GroupItemId].As<GroupPart>(), tiers.Single(t => t.Code == e.TierCode), awards[e.Id].Amount, paid.GetValueOrDefault(e.Id), rules) with { Words = profiles[e.GroupItemId].WordsOf(type) })
            .OrderBy(c => c.Province.SortTh).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        var ends = entries.OrderBy(e => Provinces.Find(e.ProvinceCode)?.SortTh).ThenBy(e => e.GroupCode, StringComparer.Ordinal).Select(e => EndOf(e, tiers));

        return new(
            cycle.Id,
            cycle.FiscalYearBe,
            cycle.AnnouncedAt!.Value,
            entries.Count,
            entries.Count(e => e.SubmittedAt is not null),
            entries.Count(e => e.TierCode is not null),
            [.. ends],
            [.. rules.Rubric.Select(c => new PublicCriterion(c.Code, c.NameTh, c.NameEn, c.Weight))],
            tiers,
            cards);
    }

    private GroupCard CardOf(Entry entry, GroupIndex group, GroupPart? profile, PublicTier tier, Money award, Money paid, CycleRules rules) => new(
        entry.Id,
        entry.GroupItemId,
        group.Code,
        group.Slug,
        group.NameTh,
        group.NameEn,
        group.VillageTh,
        null,
        Provinces.Of(group.ProvinceCode),
        group.DistrictTh,
        Business.Of(group.BusinessType),
        tier,
        award,
        paid,
        profile?.ResultTh,
        profile?.ResultEn,
        null,
        ProgressOf(entry, rules));

    private Progress ProgressOf(Entry entry, CycleRules rules) => entry switch
    {
        { ReportDoneAt: not null, BpmDoneAt: not null } => Progress.Reported,
        { ReportDoneAt: null } when time.GetUtcNow() >= rules.Due(DueDates.Report).EndsAt => Progress.ReportLate,
        { ReportDoneAt: not null } => Progress.BpmOpen,
        _ => Progress.Working,
    };

    private static ThreadEnd EndOf(Entry entry, IReadOnlyList<PublicTier> tiers)
        => entry.SubmittedAt is null ? ThreadEnd.Missing
            : entry.TierCode is null || !EntryStates.Placed.Contains(entry.State) ? ThreadEnd.Cut
            : entry.TierCode == tiers[0].Code ? ThreadEnd.First : ThreadEnd.Other;
}
