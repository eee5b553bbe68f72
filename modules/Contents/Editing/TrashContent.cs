using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Puts an item into the trash; the public reads it no more. Whoever may not decide what the public reads cannot do it to a published one.</summary>
internal sealed class TrashContent(AppDb db, CurrentUser user, ContentStore store)
{
    public async Task<Outcome> RunAsync(string itemId, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().EditableBy(user).LatestOfAsync(itemId, ct) is not { } latest)
        {
            return Outcome.NotFound;
        }

        if (latest.TrashedUtc is not null)
        {
            return Outcome.Refused("contents.in-trash");
        }

        if (!(await store.TypeAsync(latest.TypeName, ct)).Definition.Creatable)
        {
            return Outcome.Refused("contents.made-elsewhere");
        }

        if (!user.May(Permissions.PublishContents, latest.Area) && await db.Set<ContentItem>().AnyAsync(i => i.ItemId == itemId && i.Published, ct))
        {
            return Outcome.Refused("contents.is-public");
        }

        await store.TrashAsync(latest, ct);
        return await db.TrySaveAsync(user, ct);
    }
}
