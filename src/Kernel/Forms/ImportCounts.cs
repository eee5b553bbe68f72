using System.Globalization;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>How many rows of an import do what, each a link that shows only those; and what to do next. <c>&lt;import-counts view="Model.View" /&gt;</c></summary>
[HtmlTargetElement("import-counts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ImportCountsTagHelper(Localizer text) : TagHelper
{
    public required ImportView View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var report = View.Draft.Report;
        output.Content.AppendHtml(Said(View.Draft.RanAt is { } ran ? text["imports.ran-at", ("at", ran)]
            : report.Count(ImportVerdict.Refused) > 0 ? text["imports.mend"]
            : report.CanRun ? $"{text["imports.waits"]} {text["imports.run-hint"]}"
            : text["imports.nothing"]));

        if (report.Ignored.Count > 0)
        {
            output.Content.AppendHtml(Said(text["imports.ignored", ("columns", string.Join(", ", report.Ignored))]));
        }

        TagBuilder list = new("nav");
        list.AddCssClass("counts");
        list.MergeAttribute("aria-label", text["imports.verdict"]);
        list.InnerHtml.AppendHtml(Link(null, text["imports.all"], report.Rows.Count));

        foreach (var verdict in Enum.GetValues<ImportVerdict>())
        {
            list.InnerHtml.AppendHtml(Link(verdict, text[$"imports.verdict-{verdict}"], report.Count(verdict)));
        }

        output.Content.AppendHtml(list);
    }

    private static TagBuilder Said(string words)
    {
        TagBuilder line = new("p");
        line.InnerHtml.Append(words);
        return line;
    }

    private TagBuilder Link(ImportVerdict? verdict, string words, int count)
    {
        TagBuilder link = new("a");
        link.AddCssClass($"counts__of counts__of--{verdict?.ToString().ToLowerInvariant() ?? "all"}");
        link.MergeAttribute("href", verdict is null ? "?" : $"?show={verdict}");

        if (View.Show == verdict)
        {
            link.MergeAttribute("aria-current", "true");
        }

        TagBuilder number = new("b");
        number.InnerHtml.Append(count.ToString("N0", CultureInfo.InvariantCulture));
        link.InnerHtml.AppendHtml(number).Append(" ").Append(words);
        return link;
    }
}
