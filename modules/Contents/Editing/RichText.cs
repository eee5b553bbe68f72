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
    public static string Sanitize(string html) => Sanitizer.Sanitize(html).Trim();

    /// <summary>The words alone, a line for each block.</summary>
    public static string Plain(string html)
        => WebUtility.HtmlDecode(Lines().Replace(Tag().Replace(BlockEnd().Replace(html, "\n"), ""), "\n")).Trim();

    /// <summary>Whether it says nothing: an editor sends an empty paragraph.</summary>
    public static bool IsBlank(string html) => Plain(html).Length == 0;

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "p", "br", "h2", "h3", "strong", "b", "em", "i", "ul", "ol", "li", "blockquote", "a" },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
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
        return sanitizer;
    }

    [GeneratedRegex("</(?:p|h2|h3|li|blockquote)>|<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("\n{2,}")]
    private static partial Regex Lines();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
