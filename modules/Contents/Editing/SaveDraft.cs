using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Keeps what was typed as a new version of an item, a draft; or makes the item. Where nothing is different, nothing is written.</summary>
internal sealed class SaveDraft(AppDb db, CurrentUser user, ContentStore store, ItemSheets sheets, SheetReader reader)
{
    /// <param name="ItemId">Null makes a new item of the type.</param>
    /// <param name="Seen">The version on which was typed, see <see cref="ItemStates.Seen"/>.</param>
    public sealed record Input(string? ItemId, string Type, string? Seen, IReadOnlyList<TypedValue> Values, string? Comment);

    /// <returns>The latest version of the item.</returns>
    public async Task<Outcome<ContentItem>> RunAsync(Input input, CancellationToken ct)
    {
        var latest = input.ItemId is null ? null : await db.Set<ContentItem>().EditableBy(user).LatestOfAsync(input.ItemId, ct);

        if (await TypeOfAsync(latest?.TypeName ?? input.Type, ct) is not { } type || (input.ItemId is null ? !MayMake(type) : latest is null))
        {
            return Refused(Outcome.NotFound);
        }

        if (latest is not null && latest.Seen() != input.Seen)
        {
            return Refused(Outcome.ChangedMeanwhile);
        }

        if (latest?.TrashedUtc is not null)
        {
            return Refused(Outcome.Refused("contents.in-trash"));
        }

        var parts = JsonNode.Parse(latest?.Parts ?? "{}")!.AsObject();
        var problems = await reader.ReadAsync(sheets.Of(type), parts, input.Values, latest?.ItemId, ct);
        return problems.Count > 0 ? Refused(Outcome.Refused(problems))
            : latest is not null && JsonNode.DeepEquals(parts, JsonNode.Parse(latest.Parts)) ? latest
            : await KeepAsync(latest, type, parts, input.Comment?.Trim(), ct);
    }

    private bool MayMake(ContentType type) => type.Definition.Creatable && user.May(Permissions.EditContents);

    private async Task<Outcome<ContentItem>> KeepAsync(ContentItem? latest, ContentType type, JsonObject parts, string? comment, CancellationToken ct)
    {
        var draft = latest is null
            ? await store.NewAsync(type.Name, user.AreasOf(Permissions.EditContents)[0], ct)
            : await store.NextAsync(latest, ct);
        draft.PutAll(parts);
        draft.Remark(string.IsNullOrEmpty(comment) ? null : comment);
        await store.PrepareAsync(draft, ct);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? draft : Refused(saved);
    }

    private Task<ContentType?> TypeOfAsync(string name, CancellationToken ct)
        => db.Set<ContentType>().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct);

    private static Outcome<ContentItem> Refused(Outcome outcome) => Outcome<ContentItem>.From(outcome);
}
