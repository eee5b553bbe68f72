using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Every minute: publishes and takes away what is due. A draft that is incomplete by then waits, with its time, until it is mended.</summary>
internal sealed class PublishDue(AppDb db, TimeProvider time, PublishContent publish, UnpublishContent unpublish) : IRecurringJob
{
    public string Name => "contents.publish-due";

    public string Cron => "0 * * * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var latest = db.Set<ContentItem>().AsNoTracking().Where(i => i.Latest && i.TrashedUtc == null);

        foreach (var id in await latest.Where(i => i.PublishAtUtc <= now).Select(i => i.ItemId).ToListAsync(ct))
        {
            await publish.RunAsync(id, null, ct);
        }

        foreach (var id in await latest.Where(i => i.UnpublishAtUtc <= now).Select(i => i.ItemId).ToListAsync(ct))
        {
            await unpublish.RunAsync(id, ct);
        }
    }
}
