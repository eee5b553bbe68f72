using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Takes an item out of the trash. It is a draft: what it was before must be published anew.</summary>
internal sealed class TakeFromTrash(AppDb db, CurrentUser user, ContentStore store)
{
    public async Task<Outcome> RunAsync(string itemId, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().EditableBy(user).LatestOfAsync(itemId, ct) is not { } latest)
        {
            return Outcome.NotFound;
        }

        if (latest.TrashedUtc is null)
        {
            return Outcome.Refused("contents.not-in-trash");
        }

        await store.TakeFromTrashAsync(latest, ct);
        return await db.TrySaveAsync(user, ct);
    }
}
