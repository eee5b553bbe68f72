using System.Globalization;
using System.Net;
using System.Text;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>A picture as a page shows it: in the formats and widths that a browser chooses from, with its size, so that nothing jumps.</summary>
/// <param name="FileId">The stored file.</param>
/// <param name="Width">Null where the file does not tell; so is the height.</param>
/// <param name="Alt">In the reader's language.</param>
/// <param name="Lang">"th" when an English reader gets the Thai words.</param>
public sealed record PictureView(Guid FileId, int? Width, int? Height, string Alt, string? Lang = null)
{
    public string Url => $"/files/{FileId}";

    /// <summary>The address of one of the listed widths.</summary>
    public string UrlOf(int width, string format) => $"{Url}/{Renditions.NameOf(width, format)}";

    /// <param name="sizes">How wide it is on the page, as the attribute <c>sizes</c> says it.</param>
    /// <param name="eager">Seen at once, not after scrolling.</param>
    internal string ToHtml(string sizes, bool eager = false)
    {
        var html = new StringBuilder("<picture>");

        foreach (var format in Renditions.Formats)
        {
            var sources = Renditions.WidthsFor(Width ?? int.MaxValue).Select(w => string.Create(CultureInfo.InvariantCulture, $"{UrlOf(w, format)} {Math.Min(w, Width ?? w)}w"));
            html.Append("<source type=\"image/").Append(format).Append("\" srcset=\"").AppendJoin(", ", sources).Append("\" sizes=\"").Append(WebUtility.HtmlEncode(sizes)).Append("\">");
        }

        html.Append("<img src=\"").Append(Url).Append("\" alt=\"").Append(WebUtility.HtmlEncode(Alt)).Append('"');

        if (Lang is not null)
        {
            html.Append(" lang=\"").Append(Lang).Append('"');
        }

        if (Width is { } width && Height is { } height)
        {
            html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
        }

        return html.Append(eager ? " fetchpriority=\"high\"" : " loading=\"lazy\"").Append(" decoding=\"async\"></picture>").ToString();
    }
}
