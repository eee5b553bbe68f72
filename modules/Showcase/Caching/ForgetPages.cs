using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Caching;

/// <summary>When something that public pages show has changed, the cache forgets them.</summary>
internal sealed class ForgetPages(IOutputCacheStore cache) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } =
    [
        nameof(CycleAnnounced), nameof(EntryMoved), nameof(TrackFinished),
        nameof(ContentPublished), nameof(ContentUnpublished), nameof(SettingChanged),
    ];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        foreach (var tag in TagsOf(row))
        {
            await cache.EvictByTagAsync(tag, ct);
        }
    }

    /// <summary>The narrowest tags that hold all pages which show it.</summary>
    private static IEnumerable<string> TagsOf(OutboxRow row)
    {
        using var data = JsonDocument.Parse(row.Data);
        return data.RootElement.TryGetProperty("CycleId", out var cycle) && cycle.TryGetGuid(out var id)
            ? [PublicCache.Cycle(id)]
            : [PublicCache.Site];
    }
}
