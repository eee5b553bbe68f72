using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Gives a draft up for the version that the public reads. The draft stays among the versions.</summary>
internal sealed class DiscardDraft(AppDb db, CurrentUser user, ContentStore store)
{
    public async Task<Outcome> RunAsync(string itemId, string seen, CancellationToken ct)
    {
        var versions = db.Set<ContentItem>().EditableBy(user);

        if (await versions.LatestOfAsync(itemId, ct) is not { } draft)
        {
            return Outcome.NotFound;
        }

        if (draft.Seen() != seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (draft.Published || await versions.SingleOrDefaultAsync(i => i.ItemId == itemId && i.Published, ct) is not { } published)
        {
            return Outcome.Refused("contents.no-draft-over");
        }

        await store.DiscardAsync(draft, published, ct);
        return await db.TrySaveAsync(user, ct);
    }
}
