using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Pictures of the library within rich text.</summary>
internal static class MediaText
{
    private const string Sizes = "(min-width: 860px) 760px, 100vw";

    /// <summary>The text with its pictures in the widths and formats of the web, with the words of the library. One that is gone or in the trash is left out.</summary>
    /// <param name="html">Sanitised.</param>
    public static async Task<string> WithPicturesAsync(this AppDb db, string html, CancellationToken ct)
    {
        var ids = RichText.PicturesIn(html).ToList();

        if (ids.Count == 0)
        {
            return html;
        }

        var files = await db.Set<MediaFile>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.TrashedAt == null).ToDictionaryAsync(m => m.Id, ct);
        return RichText.ReplacePictures(html, id => files.GetValueOrDefault(id)?.Picture?.ToHtml(Sizes) ?? "");
    }
}
