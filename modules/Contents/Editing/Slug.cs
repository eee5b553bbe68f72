using System.Globalization;
using System.Text;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>The address of an item: words joined by hyphens, in any script, without a slash at either end.</summary>
internal static class Slug
{
    private const int Longest = 80;

    /// <summary>First words that belong to the site's own addresses.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "admin", "my", "review", "sign-in", "account", "set-up", "health", "files", "media", "en", "th", "data", "error", "demo", "feed", "map", "results", "documents", "_content", "sitemap.xml", "robots.txt",
    };

    /// <summary>The pages that stand at one word but have items of ours below them.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "news", "groups" };

    /// <summary>An address from a title; empty when the title has no letter.</summary>
    public static string Of(string? prefix, string title)
    {
        var words = Clean(TextElements.Truncate(title, Longest).TrimEnd('…'));
        return words.Length == 0 ? "" : prefix is { Length: > 0 } ? $"{prefix.Trim('/')}/{words}" : words;
    }

    /// <summary>What was typed as an address: blanks become hyphens, capitals small, what is no letter or digit goes.</summary>
    public static string Read(string typed)
        => string.Join('/', typed.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Clean).Where(p => p.Length > 0));

    /// <summary>Whether the site itself has a page there.</summary>
    public static bool IsReserved(string path) => Reserved.Contains(path.Split('/')[0]) || Taken.Contains(path);

    /// <summary>As it stands in a header or a link.</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Clean(string text)
    {
        var made = new StringBuilder();

        foreach (var c in ThaiText.Normalise(text).ToLowerInvariant())
        {
            if (IsPart(c))
            {
                made.Append(c);
            }
            else if (made.Length > 0 && made[^1] != '-' && c is not ('\'' or '"' or '’'))
            {
                made.Append('-');
            }
        }

        return made.ToString().Trim('-');
    }

    private static bool IsPart(char c)
        => char.IsLetterOrDigit(c) || c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
