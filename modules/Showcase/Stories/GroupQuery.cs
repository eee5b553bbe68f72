using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Stories;

/// <summary>Reads the page of one group; null for a group without a place in an announced cycle.</summary>
internal sealed class GroupQuery(AppDb db, PublicCycles cycles, PictureBook pictures, IHttpContextAccessor http, Localizer localizer)
{
    private const int Neighbours = 4;

    public async Task<GroupView?> RunAsync(string slug, CancellationToken ct)
    {
        if (await cycles.OfGroupAsync(slug, ct) is not var (rules, cycle, card))
        {
            return null;
        }

        PublicCache.Tag(http.HttpContext, PublicCache.Group(card.ItemId));
        var entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == card.EntryId, ct);
        var item = await db.Set<ContentItem>().AsNoTracking().Public().SingleAsync(i => i.ItemId == card.ItemId, ct);
        var award = await db.Set<Award>().AsNoTracking().SingleAsync(a => a.EntryId == card.EntryId, ct);
        var result = await db.ResultOfAsync(card.EntryId, ct);
        var group = item.As<GroupPart>()!;

        return new(
            cycle,
            card,
            group.SubdistrictTh,
            group.Moo,
            group.FoundedBe,
            group.Members,
            group.MembersFemale,
            ParagraphsOf(group.StoryTh),
            await db.FactsAsync(item, ct),
            await ClipAsync(entry.Id, ct),
            await LinesAsync(entry.Id, ct),
            [.. MilestonesOf(entry, rules, award, card).OrderBy(m => m.Day ?? DateOnly.MaxValue)],
            IndicatorsOf(result),
            string.IsNullOrWhiteSpace(result?.Results) ? null : result.Results,
            await PicturesAsync(entry.Id, ct),
            [.. cycle.InRegion(card.Region).Where(g => g.ItemId != card.ItemId).OrderBy(g => Math.Abs(g.Province.SortTh - card.Province.SortTh)).Take(Neighbours)]);
    }

    private async Task<IReadOnlyList<GroupPicture>> PicturesAsync(Guid entryId, CancellationToken ct)
    {
        var shown = await db.PublicPicturesOfAsync(entryId, ct);
        var views = await pictures.OfAsync([.. shown.Select(p => (p.FileId, p.Caption))], ct);
        return [.. shown.Where(p => views.ContainsKey(p.FileId)).Select(p => new GroupPicture(views[p.FileId], p.Caption))];
    }

    /// <summary>What came of the money, or the clip with which the group applied; only with the consent of the people shown.</summary>
    private async Task<PublicClip?> ClipAsync(Guid entryId, CancellationToken ct)
    {
        var clip = await db.ClipOfAsync(entryId, ClipKind.Activity, ct) is { ConsentGiven: true } activity
            ? activity
            : await db.ClipOfAsync(entryId, ClipKind.Application, ct);

        return clip is not { ConsentGiven: true } ? null : new(
            clip.Title,
            $"/files/{clip.FileId}",
            clip.ContentType,
            TimeSpan.FromMilliseconds(clip.DurationMs),
            clip.CaptionsFileId is { } captions ? $"/files/{captions}" : null);
    }

    /// <summary>The lines of the allotted budget; before the allotment those that the award will pay.</summary>
    private async Task<IReadOnlyList<PublicLine>> LinesAsync(Guid entryId, CancellationToken ct)
        => await db.MoneyOfAsync(entryId, ct) is { } money
            ? [.. money.Lines.Select(l => new PublicLine(l.Description, l.Planned, l.Paid ?? Money.Zero))]
            : [.. (await db.ApprovedOfAsync(entryId, ct)).Select(l => new PublicLine(l.Description, l.Amount, Money.Zero))];

    private static IEnumerable<Milestone> MilestonesOf(Entry entry, Cycle cycle, Award award, GroupCard card)
    {
        var rules = cycle.Rules;
        yield return Step("submitted", entry.SubmittedAt, rules.Due(DueDates.Submit));
        yield return Step("announced", cycle.AnnouncedAt, null);
        yield return new("allotted", award.AllottedOn, null, award.Amount);
        yield return Step(entry.PurchasesDoneAt is null ? "paid-ahead" : "paid", entry.PurchasesDoneAt, rules.Due(DueDates.Procure)) with { Sum = card.Paid };
        yield return Step("reported", entry.ReportDoneAt, rules.Due(DueDates.Report));
        yield return Step("bpm", entry.BpmDoneAt, rules.Due(DueDates.Bpm));

        static Milestone Step(string key, DateTimeOffset? at, DueDate? due) => new(
            key,
            at is { } instant ? BangkokTime.DateOf(instant) : null,
            at is null || due is null ? null : at < due.EndsAt ? "in-time" : "late");
    }

    /// <summary>Those with a start, a target and a result; the others say nothing yet.</summary>
    private IReadOnlyList<PublicIndicator> IndicatorsOf(PublicResult? result)
        => [.. (result?.Indicators ?? []).Where(i => i is { Baseline: not null, Target: not null, Actual: not null })
            .Select(i => new PublicIndicator(i.NameIn(localizer), i.UnitIn(localizer), i.Baseline!.Value, i.Target!.Value, i.Actual!.Value))];

    private static string[] ParagraphsOf(string? text)
        => text?.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
