using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Items;

/// <summary>A page or a piece of news as the public reads it, in the reader's language.</summary>
/// <param name="Html">Sanitised.</param>
/// <param name="Lang">"th" when an English reader gets the Thai text because there is no English one.</param>
/// <param name="Facts">The public fields that staff added to the type.</param>
public sealed record ItemView(string Type, string Path, string Title, string Html, string? Lang, DateTimeOffset ChangedAt, IReadOnlyList<ItemFact> Facts);

/// <summary>A field with its value in words.</summary>
/// <param name="IsHtml">The text is sanitised rich text.</param>
/// <param name="Picture">The value is a picture of the media library.</param>
public sealed record ItemFact(string Label, string Text, string? Lang, string? Url, bool IsHtml, PictureView? Picture = null);

/// <summary>What the public may read of the content items: the published versions and nothing else.</summary>
public static class PublishedItems
{
    /// <summary>The content type of a news item.</summary>
    public const string News = "News";

    public static IQueryable<ContentItem> Published(this IQueryable<ContentItem> items, string type)
        => items.Where(i => i.TypeName == type && i.Published).OrderByDescending(i => i.PublishedUtc);

    /// <summary>The published item at a path, or that was once at it; null when there is none.</summary>
    public static async Task<ContentItem?> AtPathAsync(this AppDb db, string path, CancellationToken ct)
        => await db.Set<ContentPath>().AsNoTracking().Where(p => p.Path == path)
            .Join(db.Set<ContentItem>().AsNoTracking().Where(i => i.Published), p => p.ItemId, i => i.ItemId, (p, i) => i)
            .FirstOrDefaultAsync(ct);

    /// <summary>Whether a version that the public once read stood at the path.</summary>
    internal static async Task<bool> WasPublishedAtAsync(this AppDb db, string itemId, string path, CancellationToken ct)
        => (await db.Set<ContentItem>().AsNoTracking().Where(i => i.ItemId == itemId && i.PublishedUtc != null).ToListAsync(ct))
            .Any(i => i.As<AutoroutePart>()?.Path == path);

    /// <summary>The item as its reader sees it; null when it has no text of its own.</summary>
    public static ItemView? ToView(this ContentItem item) => item.ToView([]);

    /// <summary>The item as its reader sees it, with its public fields; null when it has no text of its own.</summary>
    public static async Task<ItemView?> ViewAsync(this AppDb db, ContentItem item, CancellationToken ct)
    {
        if (item.As<HtmlBodyPart>() is null)
        {
            return null;
        }

        return item.ToView(await db.FactsAsync(item, ct)) is { } view ? view with { Html = await db.WithPicturesAsync(view.Html, ct) } : null;
    }

    /// <summary>The public fields that staff added to the item's type, those that say something, in the reader's language.</summary>
    public static async Task<IReadOnlyList<ItemFact>> FactsAsync(this AppDb db, ContentItem item, CancellationToken ct)
    {
        var type = await db.Set<ContentType>().AsNoTracking().SingleAsync(t => t.Name == item.TypeName && t.Latest, ct);
        var fields = item.Fields();
        List<ItemFact> facts = [];

        foreach (var field in type.Definition.PublicFields())
        {
            facts.AddRange(await FactsOfAsync(db, field, fields[field.Name], ct));
        }

        return facts;
    }

    /// <summary>What stands in the public fields, in both languages, for a search.</summary>
    public static string WordsOf(this ContentItem item, ContentTypeDefinition type)
    {
        var fields = item.Fields();
        return string.Join(' ', type.PublicFields().Where(f => f.Kind is not (FieldKind.File or FieldKind.Image or FieldKind.Reference or FieldKind.YesNo)).SelectMany(WordsIn).Where(w => w.Length > 0));

        IEnumerable<string> WordsIn(FieldDefinition field)
        {
            var value = fields[field.Name];
            return field.Kind == FieldKind.Table
                ? FieldValues.RowsOf(value).SelectMany(r => field.Columns.Select(c => FieldValues.CellOf(r, c.Name)))
                : [.. field.Choices.Where(c => c.Value == FieldValues.TextOf(field, value)).SelectMany(c => new[] { c.LabelTh, c.LabelEn }), FieldValues.TextOf(field, value), FieldValues.EnglishOf(field, value)];
        }
    }

    private static IEnumerable<FieldDefinition> PublicFields(this ContentTypeDefinition type) => type.Fields.Where(f => f is { Visibility: FieldVisibility.Public, Retired: false });

    private static ItemView? ToView(this ContentItem item, IReadOnlyList<ItemFact> facts)
    {
        if (item.As<HtmlBodyPart>() is not { } body || item.As<AutoroutePart>() is not { } route)
        {
            return null;
        }

        var title = item.As<TitlePart>();
        return new(
            item.TypeName,
            route.Path,
            Localizer.Choose(title?.Title ?? "", title?.TitleEn),
            RichText.Sanitize(Localizer.Choose(body.Html, body.HtmlEn)),
            Localizer.LangOf(body.HtmlEn),
            item.PublishedUtc ?? item.ModifiedUtc,
            facts);
    }

    private static async Task<IEnumerable<ItemFact>> FactsOfAsync(AppDb db, FieldDefinition field, JsonNode? value, CancellationToken ct)
    {
        var (label, kept, english) = (FieldWords.Label(field), FieldValues.TextOf(field, value), FieldValues.EnglishOf(field, value));

        switch (field.Kind)
        {
            case FieldKind.Table:
                return FieldValues.RowsOf(value).Select(r => new ItemFact(label, string.Join(" · ", field.Columns.Select(c => FieldWords.Shown(c, FieldValues.CellOf(r, c.Name))).Where(t => t.Length > 0)), null, null, false));
            case FieldKind.File or FieldKind.Image:
                return await FilesAsync(db, label, FieldValues.FilesOf(field, value), ct);
            case FieldKind.Reference:
                var items = kept.Split(',', StringSplitOptions.RemoveEmptyEntries);
                var others = await db.Set<ContentItem>().AsNoTracking().Where(i => i.Published && items.Contains(i.ItemId)).ToListAsync(ct);
                return others.Select(i => new ItemFact(label, i.DisplayText, "th", i.As<AutoroutePart>() is { } route ? "/" + Slug.Encode(route.Path) : null, false));
        }

        var text = Localizer.Choose(FieldWords.Shown(field, kept), english);
        var rich = field.Kind == FieldKind.RichText ? await db.WithPicturesAsync(RichText.Sanitize(text), ct) : text;
        return text.Length == 0 || (field.Kind == FieldKind.YesNo && kept != "true") ? []
            : [new(label, field.Kind == FieldKind.YesNo ? "✓" : rich, field.Translatable ? Localizer.LangOf(english) : null, field.Kind == FieldKind.Link ? text : null, field.Kind == FieldKind.RichText)];
    }

    /// <summary>Files of the item's own by their names, pictures of the library as pictures, in the order of the field.</summary>
    private static async Task<IEnumerable<ItemFact>> FilesAsync(AppDb db, string label, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var own = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        var library = await db.Set<MediaFile>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.TrashedAt == null).ToListAsync(ct);
        return own.Select(f => (f.Id, Fact: new ItemFact(label, f.Name, null, $"/files/{f.Id}", false)))
            .Concat(library.Select(m => (m.Id, Fact: new ItemFact(label, m.Name, null, m.Url, false, m.Picture))))
            .OrderBy(f => ids.Index().First(i => i.Item == f.Id).Index).Select(f => f.Fact);
    }
}
