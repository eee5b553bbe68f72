using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Ganss.Xss;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Items;

/// <summary>A page or a piece of news as the public reads it, in the reader's language.</summary>
/// <param name="Html">Sanitised.</param>
/// <param name="Lang">"th" when an English reader gets the Thai text because there is no English one.</param>
public sealed record ItemView(string Type, string Path, string Title, string Html, string? Lang, DateTimeOffset ChangedAt);

/// <summary>What the public may read of the content items: the published versions and nothing else.</summary>
public static class PublishedItems
{
    /// <summary>The content type of a news item.</summary>
    public const string News = "News";

    private static readonly HtmlSanitizer Sanitizer = new();

    public static IQueryable<ContentItem> Published(this IQueryable<ContentItem> items, string type)
        => items.Where(i => i.TypeName == type && i.Published).OrderByDescending(i => i.PublishedUtc);

    /// <summary>The published item at a path; null when there is none.</summary>
    public static async Task<ContentItem?> AtPathAsync(this AppDb db, string path, CancellationToken ct)
        => await db.Set<ContentPath>().AsNoTracking().Where(p => p.Path == path)
            .Join(db.Set<ContentItem>().AsNoTracking().Where(i => i.Published), p => p.ItemId, i => i.ItemId, (p, i) => i)
            .FirstOrDefaultAsync(ct);

    /// <summary>The item as its reader sees it; null when it has no text of its own.</summary>
    public static ItemView? ToView(this ContentItem item)
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
            Sanitizer.Sanitize(Localizer.Choose(body.Html, body.HtmlEn)),
            Localizer.LangOf(body.HtmlEn),
            item.PublishedUtc ?? item.ModifiedUtc);
    }
}
