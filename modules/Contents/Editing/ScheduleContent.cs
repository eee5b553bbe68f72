using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Decides when the draft of an item is published by itself, and when the item is taken away. Null is never.</summary>
internal sealed class ScheduleContent(AppDb db, CurrentUser user, ContentStore store, ItemSheets sheets, TimeProvider time)
{
    public sealed record Input(string ItemId, string Seen, DateTimeOffset? PublishAt, DateTimeOffset? UnpublishAt);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().PublishableBy(user).LatestOfAsync(input.ItemId, ct) is not { } latest)
        {
            return Outcome.NotFound;
        }

        if (latest.Seen() != input.Seen)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (await WhatIsWrongAsync(latest, input, ct) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        ContentStore.Schedule(latest, input.PublishAt, input.UnpublishAt);
        return await db.TrySaveAsync(user, ct);
    }

    private async Task<IReadOnlyList<Problem>> WhatIsWrongAsync(ContentItem latest, Input input, CancellationToken ct)
    {
        var now = time.GetUtcNow();

        if (latest.TrashedUtc is not null)
        {
            return [new("contents.in-trash")];
        }

        if (input.PublishAt <= now)
        {
            return [new("contents.time-past", nameof(Input.PublishAt))];
        }

        if (input.UnpublishAt <= (input.PublishAt ?? now))
        {
            return [new(input.PublishAt is null ? "contents.time-past" : "contents.time-order", nameof(Input.UnpublishAt))];
        }

        if (input.PublishAt is not null && latest.Published)
        {
            return [new("contents.is-published", nameof(Input.PublishAt))];
        }

        if (input is { PublishAt: null, UnpublishAt: not null } && !await db.Set<ContentItem>().AnyAsync(i => i.ItemId == latest.ItemId && i.Published, ct))
        {
            return [new("contents.not-published", nameof(Input.UnpublishAt))];
        }

        return input.PublishAt is null ? [] : sheets.Of(await store.TypeAsync(latest.TypeName, ct)).Check(JsonNode.Parse(latest.Parts)!.AsObject());
    }
}
