using System.Text.Json;
using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Showcase.Caching;

/// <summary>When something that public pages show has changed, the cache forgets them. A command has no cache.</summary>
internal sealed class ForgetPages(AppDb db, IEnumerable<IOutputCacheStore> caches) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } =
    [
        nameof(CycleOpened), nameof(CycleAnnounced), nameof(EntryMoved), nameof(TrackFinished), nameof(ResultsAnnounced), nameof(AwardsAllotted), nameof(AwardWithdrawn),
        nameof(BudgetApproved), nameof(VendorPaid), nameof(PurchaseCancelled), nameof(PurchasesDone), nameof(BudgetWithdrawn),
        nameof(ReportAccepted), nameof(BpmFileAttached), nameof(BpmFileRemoved), nameof(BpmConfirmed),
        nameof(ClipUploaded), nameof(ClipDescribed), nameof(ClipCaptioned),
        nameof(ContentPublished), nameof(ContentUnpublished), nameof(ContentTypeDefined), nameof(SettingChanged), nameof(MediaReplaced), nameof(MediaDescribed),
    ];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        foreach (var cache in caches)
        {
            await cache.EvictByTagAsync(await TagOfAsync(row, ct), ct);
        }
    }

    /// <summary>The narrowest tag that holds all pages which show it.</summary>
    private async Task<string> TagOfAsync(OutboxRow row, CancellationToken ct)
    {
        using var data = JsonDocument.Parse(row.Data);

        if (IdOf(data.RootElement, "CycleId") is { } cycle)
        {
            return PublicCache.Cycle(cycle);
        }

        if (IdOf(data.RootElement, "EntryId") is { } entry)
        {
            return PublicCache.Cycle(await db.Set<Entry>().Where(e => e.Id == entry).Select(e => e.CycleId).SingleOrDefaultAsync(ct));
        }

        return PublicCache.Site;
    }

    private static Guid? IdOf(JsonElement data, string name)
        => data.TryGetProperty(name, out var value) && value.TryGetGuid(out var id) ? id : null;
}
