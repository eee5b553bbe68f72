using System.Net;
using System.Text.RegularExpressions;
using Ganss.Xss;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>The rich text of the product: the one list of what it may hold. What else is pasted loses its tags and keeps its words.</summary>
public static partial class RichText
{
    private static readonly HashSet<string> Lost = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "frame", "object", "embed", "applet", "svg", "math", "title", "textarea", "select", "xmp", "noembed", "noframes", "plaintext",
    };

    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>Safe to be written into a page as it is.</summary>
    public static string Sanitize(string html) => PictureFromNowhere().Replace(Sanitizer.Sanitize(html), "").Trim();

    /// <summary>The words alone, a line for each block.</summary>
    public static string Plain(string html)
        => WebUtility.HtmlDecode(Lines().Replace(Tag().Replace(BlockEnd().Replace(html, "\n"), ""), "\n")).Trim();

    /// <summary>Whether it says nothing: an editor sends an empty paragraph.</summary>
    public static bool IsBlank(string html) => Plain(html).Length == 0 && !Picture().IsMatch(html);

    /// <summary>The files of the media library that stand in it as pictures.</summary>
    internal static IEnumerable<Guid> PicturesIn(string html) => Picture().Matches(html).Select(m => Guid.Parse(m.Groups["id"].Value)).Distinct();

    internal static string ReplacePictures(string html, Func<Guid, string> by) => Picture().Replace(html, m => by(Guid.Parse(m.Groups["id"].Value)));

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "p", "br", "h2", "h3", "strong", "b", "em", "i", "ul", "ol", "li", "blockquote", "a", "img" },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.RemovingTag += (_, removed) =>
        {
            if (Lost.Contains(removed.Tag.TagName))
            {
                removed.Tag.TextContent = "";
            }
        };
        sanitizer.FilterUrl += (_, found) =>
        {
            // A picture is one of the library and comes from nowhere else.
            if (found.Tag.TagName.Equals("img", StringComparison.OrdinalIgnoreCase) && !PictureAddress().IsMatch(found.OriginalUrl))
            {
                found.SanitizedUrl = null;
            }
        };
        return sanitizer;
    }

    [GeneratedRegex("</(?:p|h2|h3|li|blockquote)>|<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("\n{2,}")]
    private static partial Regex Lines();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<img src=\"/media/(?<id>[0-9a-f-]{36})\"[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex("^/media/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$")]
    private static partial Regex PictureAddress();

    [GeneratedRegex("<img(?! src=)[^>]*>")]
    private static partial Regex PictureFromNowhere();
}
