using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Makes a new item with the content of another: a draft of its own, at an address of its own.</summary>
internal sealed class DuplicateContent(AppDb db, CurrentUser user, ContentStore store, ItemSheets sheets, SheetReader reader, MessageBook words)
{
    /// <returns>The id of the new item.</returns>
    public async Task<Outcome<string>> RunAsync(string itemId, CancellationToken ct)
    {
        if (await db.Set<ContentItem>().EditableBy(user).LatestOfAsync(itemId, ct) is not { } original)
        {
            return Outcome<string>.From(Outcome.NotFound);
        }

        var sheet = sheets.Of(await store.TypeAsync(original.TypeName, ct));

        if (!sheet.IsOurs)
        {
            return Outcome<string>.From(Outcome.Refused("contents.made-elsewhere"));
        }

        var parts = JsonNode.Parse(original.Parts)!.AsObject();
        parts.Remove(nameof(AutoroutePart));
        parts.Remove(nameof(AliasPart));

        if (parts[nameof(TitlePart)] is JsonObject title)
        {
            Mark(title, nameof(TitlePart.Title), "th");
            Mark(title, nameof(TitlePart.TitleEn), "en");
        }

        if (await reader.ReadAsync(sheet, parts, [], null, ct) is { Count: > 0 } problems)
        {
            return Outcome<string>.From(Outcome.Refused(problems));
        }

        var copy = await store.NewAsync(original.TypeName, original.Area, ct);
        copy.PutAll(parts);
        await store.PrepareAsync(copy, ct);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? copy.ItemId : Outcome<string>.From(saved);
    }

    private void Mark(JsonObject title, string property, string language)
    {
        if (title[property]?.ToString() is { Length: > 0 } text)
        {
            title[property] = words.Find(language, "contents.copy-of").Replace("{title}", text, StringComparison.Ordinal);
        }
    }
}
