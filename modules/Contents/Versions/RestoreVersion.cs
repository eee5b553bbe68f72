using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Versions;

/// <summary>Makes a new draft with the content of an older version. The address stays the latest one: old addresses lead to it anyway.</summary>
internal sealed class RestoreVersion(AppDb db, CurrentUser user, ContentStore store)
{
    public async Task<Outcome> RunAsync(string itemId, int number, string seen, string? comment, CancellationToken ct)
    {
        var versions = db.Set<ContentItem>().EditableBy(user).Where(i => i.ItemId == itemId);

        if (await versions.LatestOfAsync(itemId, ct) is not { } latest || await versions.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, ct) is not { } old)
        {
            return Outcome.NotFound;
        }

        if (latest.Seen() != seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (latest.TrashedUtc is not null)
        {
            return Outcome.Refused("contents.in-trash");
        }

        var parts = JsonNode.Parse(old.Parts)!.AsObject();

        if (JsonNode.Parse(latest.Parts)![nameof(AutoroutePart)] is { } path)
        {
            parts[nameof(AutoroutePart)] = path.DeepClone();
        }

        if (JsonNode.DeepEquals(parts, JsonNode.Parse(latest.Parts)))
        {
            return Outcome.Refused("contents.same-version");
        }

        var draft = await store.NextAsync(latest, ct);
        draft.PutAll(parts);
        draft.Remark(string.IsNullOrWhiteSpace(comment) ? null : comment.Trim());
        await store.PrepareAsync(draft, ct);
        return await db.TrySaveAsync(user, ct);
    }
}
