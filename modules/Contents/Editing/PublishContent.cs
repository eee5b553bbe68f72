using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Makes the latest version of an item the one that the public reads. It must be complete.</summary>
internal sealed class PublishContent(AppDb db, CurrentUser user, ContentStore store, ItemSheets sheets, MediaReady media)
{
    /// <param name="seen">The version meant; null for whatever is the latest.</param>
    public async Task<Outcome> RunAsync(string itemId, string? seen, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().PublishableBy(user).LatestOfAsync(itemId, ct) is not { } latest)
        {
            return Outcome.NotFound;
        }

        if (seen is not null && latest.Seen() != seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (latest.TrashedUtc is not null)
        {
            return Outcome.Refused("contents.in-trash");
        }

        if (latest.Published)
        {
            return Outcome.Refused("contents.is-published");
        }

        var (sheet, parts) = (sheets.Of(await store.TypeAsync(latest.TypeName, ct)), JsonNode.Parse(latest.Parts)!.AsObject());

        if (sheet.Check(parts).Concat(await media.CheckAsync(sheet, parts, ct)).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        await store.MakePublicAsync(latest, ct);
        return await db.TrySaveAsync(user, ct);
    }
}
