using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>
/// <c>&lt;table stack&gt;</c>: a table that becomes a list of records on a phone. Its parts get the roles that <c>display: block</c> takes from them,
/// and every cell the label of its column. A heading that only screen readers hear (<c>class="vh"</c>) labels nothing.
/// </summary>
[HtmlTargetElement("table", Attributes = "stack")]
public sealed partial class StackedTableTagHelper : TagHelper
{
    private static readonly HtmlEncoder Thai = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.Thai, UnicodeRanges.GeneralPunctuation);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.RemoveAll("stack");
        output.Attributes.SetAttribute("class", given is null ? "tbl stack" : $"tbl stack {given}");
        output.Attributes.SetAttribute("role", "table");
        output.Content.SetHtmlContent(WithRoles((await output.GetChildContentAsync()).GetContent()));
    }

    /// <summary>The same table around an inside that was written in code.</summary>
    internal static IHtmlContent Around(IHtmlContent inside)
    {
        using StringWriter written = new(CultureInfo.InvariantCulture);
        inside.WriteTo(written, Thai);
        return new HtmlString($"<table class=\"tbl stack\" role=\"table\">{WithRoles(written.ToString())}</table>");
    }

    /// <summary>The inside of a table with roles and labels.</summary>
    internal static string WithRoles(string html)
    {
        List<string> heads = [];
        var inHead = false;
        var column = 0;
        var done = 0;
        var written = new StringBuilder(html.Length * 5 / 4);

        foreach (Match tag in Part().Matches(html))
        {
            written.Append(html, done, tag.Index - done).Append('<').Append(tag.Groups["name"].Value).Append(tag.Groups["rest"].Value);
            done = tag.Index + tag.Length;
            var attributes = tag.Groups["rest"].Value;
            var role = "rowgroup";

            switch (tag.Groups["name"].Value)
            {
                case "thead" or "tbody" or "tfoot":
                    inHead = tag.Groups["name"].Value == "thead";
                    break;
                case "tr":
                    role = "row";
                    column = 0;
                    break;
                case "th" when inHead:
                    role = "columnheader";
                    heads.AddRange(Enumerable.Repeat(Words(html, done), Span(attributes)));
                    break;
                case var name:
                    role = name == "td" ? "cell" : "rowheader";

                    if (name == "td" && column < heads.Count && heads[column].Length > 0 && !attributes.Contains("data-l", StringComparison.Ordinal) && Span(attributes) == 1)
                    {
                        written.Append(" data-l=\"").Append(heads[column]).Append('"');
                    }

                    column += Span(attributes);
                    break;
            }

            written.Append(" role=\"").Append(role).Append("\">");
        }

        return written.Append(html, done, html.Length - done).ToString();
    }

    /// <summary>The words of a heading, still encoded; none when they are for screen readers only.</summary>
    private static string Words(string html, int start)
    {
        var end = html.IndexOf("</th>", start, StringComparison.Ordinal);
        var inner = end < 0 ? "" : html[start..end].Trim();
        return inner.StartsWith("<span class=\"vh\"", StringComparison.Ordinal) ? "" : Tag().Replace(inner, "").Trim().Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    private static int Span(string attributes)
        => ColSpan().Match(attributes) is { Success: true } span ? int.Parse(span.Groups[1].Value, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex("<(?<name>thead|tbody|tfoot|tr|th|td)(?<rest>(?:\\s[^>]*)?)>")]
    private static partial Regex Part();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("colspan=\"?([0-9]+)")]
    private static partial Regex ColSpan();
}
