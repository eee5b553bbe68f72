using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Takes an item away from the public. Its versions stay.</summary>
internal sealed class UnpublishContent(AppDb db, CurrentUser user, ContentStore store)
{
    public async Task<Outcome> RunAsync(string itemId, CancellationToken ct)
    {
        var versions = db.Set<ContentItem>().PublishableBy(user).Where(i => i.ItemId == itemId);

        if (await versions.SingleOrDefaultAsync(i => i.Published, ct) is not { } published)
        {
            return await versions.AnyAsync(ct) ? Outcome.Refused("contents.not-published") : Outcome.NotFound;
        }

        await store.WithdrawAsync(published, ct);

        if (await store.LatestAsync(itemId, ct) is { UnpublishAtUtc: not null } latest)
        {
            ContentStore.Schedule(latest, latest.PublishAtUtc, null);
        }

        return await db.TrySaveAsync(user, ct);
    }
}
