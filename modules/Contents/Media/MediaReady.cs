using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>What of the library keeps an item from being published: a picture without words in both languages, a file in the trash or gone.</summary>
internal sealed class MediaReady(AppDb db)
{
    public async Task<IReadOnlyList<Problem>> CheckAsync(ItemSheet sheet, JsonObject parts, CancellationToken ct)
    {
        var named = sheet.Slots.SelectMany(s => NamedIn(s, parts)).Distinct().ToList();

        if (named.Count == 0)
        {
            return [];
        }

        var ids = named.Select(n => n.Id).ToList();
        var files = await db.Set<MediaFile>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return [.. named.Select(n => Check(n, files.GetValueOrDefault(n.Id))).OfType<Problem>().Distinct()];
    }

    private static Problem? Check(Named named, MediaFile? file) => file switch
    {
        // A field may hold a file of its own, that is none of the library.
        null => named.InText ? new("contents.media-gone", named.Field) : null,
        { TrashedAt: not null } => new("contents.media-in-trash", named.Field, ("name", file.Name)),
        { LacksAlt: true } => new("contents.media-no-alt", named.Field, ("name", file.Name)),
        _ => null,
    };

    private static IEnumerable<Named> NamedIn(Slot slot, JsonObject parts) => slot.Field.Kind switch
    {
        FieldKind.File or FieldKind.Image => FieldValues.FilesOf(slot.Field, slot.ValueIn(parts)).Select(id => new Named(slot.Key, id, InText: false)),
        FieldKind.RichText => RichText.PicturesIn(slot.TextIn(parts)).Select(id => new Named(slot.Key, id, InText: true))
            .Concat(RichText.PicturesIn(slot.EnglishIn(parts)).Select(id => new Named(slot.Key + SheetReader.EnglishMark, id, InText: true))),
        _ => [],
    };

    private sealed record Named(string Field, Guid Id, bool InText);
}
