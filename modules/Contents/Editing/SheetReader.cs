using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>What was typed into one slot. Rows are those of a table, column → text.</summary>
internal sealed record TypedValue(string Key, string Text, string English = "")
{
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; init; } = [];
}

/// <summary>Puts what was typed into the parts of an item. A slot that is not among the typed ones stays as it is.</summary>
internal sealed class SheetReader(AppDb db, CurrentUser user)
{
    /// <summary>Behind the key of a slot in a problem that is about its English value.</summary>
    public const string EnglishMark = ":en";

    private const string PathKey = $"{nameof(AutoroutePart)}.{nameof(AutoroutePart.Path)}";
    private const string TitleKey = $"{nameof(TitlePart)}.{nameof(TitlePart.Title)}";

    /// <returns>What is wrong, each with the key of its slot. Too short and missing are no faults of a draft.</returns>
    /// <exception cref="InvalidOperationException">The type has no such slot: no person can type into it.</exception>
    public async Task<IReadOnlyList<Problem>> ReadAsync(ItemSheet sheet, JsonObject parts, IReadOnlyList<TypedValue> typed, string? itemId, CancellationToken ct)
    {
        List<Problem> problems = [];

        foreach (var value in typed)
        {
            var slot = sheet.Find(value.Key) ?? throw new InvalidOperationException($"{sheet.Type} has no {value.Key}.");
            problems.AddRange(slot.Field.Kind switch
            {
                FieldKind.Table => PutRows(slot, parts, value),
                FieldKind.Reference => await PutReferencesAsync(slot, parts, value, ct),
                FieldKind.File or FieldKind.Image => await PutFilesAsync(slot, parts, value, ct),
                _ => PutText(slot, parts, value),
            });
        }

        if (sheet.Find(TitleKey) is { } title && title.TextIn(parts).Length == 0 && problems.All(p => p.Field != TitleKey))
        {
            problems.Add(new("fields.required", TitleKey));
        }

        if (problems.Count == 0 && sheet.IsOurs && sheet.HasPath)
        {
            problems.AddRange(await PutPathAsync(sheet, parts, itemId, ct));
        }

        return problems.Count > 0 ? problems : [.. sheet.CheckParts(parts)];
    }

    private static IEnumerable<Problem> PutText(Slot slot, JsonObject parts, TypedValue typed)
    {
        var value = FieldValues.ReadDraft(slot.Field, Clean(slot, typed.Text), out var wrong);
        var english = slot.Translatable ? FieldValues.ReadDraft(slot.Field, Clean(slot, typed.English), out var wrongEnglish) : Nothing(out wrongEnglish);
        wrong ??= slot.Property?.Whole is true && value?["Value"] is { } number && !decimal.IsInteger(number.GetValue<decimal>())
            ? new("forms.whole-number-invalid")
            : null;

        if (wrong is null && wrongEnglish is null)
        {
            slot.Put(parts, Whole(slot, value), FieldValues.TextOf(slot.Field, english));
            return [];
        }

        return [.. wrong is null ? Enumerable.Empty<Problem>() : [wrong with { Field = slot.Key }], .. wrongEnglish is null ? Enumerable.Empty<Problem>() : [wrongEnglish with { Field = slot.Key + EnglishMark }]];
    }

    private static IEnumerable<Problem> PutRows(Slot slot, JsonObject parts, TypedValue typed)
    {
        var rows = FieldValues.ReadRows(slot.Field, typed.Rows, out var problems);

        if (problems.Count == 0)
        {
            slot.Put(parts, rows, "");
        }

        return problems.Select(p => p with { Field = $"{slot.Part}.{p.Field}" });
    }

    /// <summary>Other items, by their ids or by their addresses.</summary>
    private async Task<IEnumerable<Problem>> PutReferencesAsync(Slot slot, JsonObject parts, TypedValue typed, CancellationToken ct)
    {
        List<string> ids = [];

        foreach (var name in typed.Text.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var path = name.Trim('/');
            var id = await db.Set<ContentPath>().Where(p => p.Path == path).Select(p => p.ItemId).SingleOrDefaultAsync(ct)
                ?? await db.Set<ContentItem>().Where(i => i.ItemId == name && i.Latest).Select(i => i.ItemId).SingleOrDefaultAsync(ct);

            if (id is null)
            {
                return [new("contents.no-such-item", slot.Key, ("item", name))];
            }

            ids.Add(id);
        }

        slot.Put(parts, FieldValues.ReadDraft(slot.Field, string.Join(',', ids), out _), "");
        return [];
    }

    /// <summary>Files of the item's own, and files of the library: those that were there already, or that this person may pick.</summary>
    private async Task<IEnumerable<Problem>> PutFilesAsync(Slot slot, JsonObject parts, TypedValue typed, CancellationToken ct)
    {
        var value = FieldValues.ReadDraft(slot.Field, typed.Text, out _);
        var ids = FieldValues.FilesOf(slot.Field, value);
        var own = await db.Set<StoredFile>().Where(f => ids.Contains(f.Id) && f.Purpose == ItemFiles.Purpose).Select(f => f.Id).ToListAsync(ct);
        List<Guid> picked = [.. ids.Except(own).Except(FieldValues.FilesOf(slot.Field, slot.ValueIn(parts)))];
        var library = db.Set<MediaFile>().Where(m => picked.Contains(m.Id));

        if (await library.CountAsync(ct) != picked.Count)
        {
            throw new InvalidOperationException($"{slot.Key} names a file that is none of an item's.");
        }

        if (picked.Count > 0 && await library.VisibleTo(user, db).CountAsync(m => m.TrashedAt == null && (slot.Field.Kind != FieldKind.Image || m.Kind == MediaKind.Picture), ct) != picked.Count)
        {
            return [new("contents.media-not-open", slot.Key)];
        }

        slot.Put(parts, value, "");
        return [];
    }

    /// <summary>The address as typed, or made from the title; unique over the site, and none of the site's own.</summary>
    private async Task<IEnumerable<Problem>> PutPathAsync(ItemSheet sheet, JsonObject parts, string? itemId, CancellationToken ct)
    {
        var slot = sheet.Find(PathKey)!;
        var typed = Slug.Read(slot.TextIn(parts));

        if (typed.Length > 0)
        {
            slot.Put(parts, new() { ["Text"] = typed }, "");
            return Slug.IsReserved(typed) ? [new("contents.path-reserved", PathKey)]
                : await IsTakenAsync(typed, itemId, ct) ? [new("contents.path-taken", PathKey)]
                : [];
        }

        var made = Slug.Of(sheet.Definition.PathPrefix, sheet.Find(TitleKey)?.TextIn(parts) ?? "");

        if (made.Length == 0)
        {
            return [new("fields.required", PathKey)];
        }

        var free = made;

        for (var number = 2; Slug.IsReserved(free) || await IsTakenAsync(free, itemId, ct); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{made}-{number}");
        }

        slot.Put(parts, new() { ["Text"] = free }, "");
        return [];
    }

    private Task<bool> IsTakenAsync(string path, string? itemId, CancellationToken ct)
        => db.Set<ContentPath>().AnyAsync(p => p.Path == path && p.ItemId != itemId, ct);

    private static string Clean(Slot slot, string typed)
        => slot.Field.Kind != FieldKind.RichText ? ThaiText.Normalise(typed).ReplaceLineEndings("\n")
            : RichText.Sanitize(typed) is var html && RichText.IsBlank(html) ? ""
            : html;

    private static JsonObject? Whole(Slot slot, JsonObject? value)
        => slot.Property?.Whole is true && value?["Value"] is { } number ? new() { ["Value"] = (long)number.GetValue<decimal>() } : value;

    private static JsonObject? Nothing(out Problem? problem)
    {
        problem = null;
        return null;
    }
}
