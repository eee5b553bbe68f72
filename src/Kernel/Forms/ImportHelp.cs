using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>Beside the field of an import: files that wait, the template to fill in, and what each column wants.</summary>
[HtmlTargetElement("import-help", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ImportHelpTagHelper(Localizer text, IUrlHelperFactory urls) : TagHelper
{
    public required IReadOnlyList<ImportColumn> Columns { get; set; }

    public required IReadOnlyList<ImportDraft> Drafts { get; set; }

    /// <summary>The address of the page, "/admin/groups/import".</summary>
    public required string Page { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var url = urls.GetUrlHelper(ViewContext).Content("~" + Page)!;

        if (Drafts.Count > 0)
        {
            AppendDrafts(output.Content, url);
        }

        output.Content.AppendHtml("<section class=\"sec\"><div class=\"sec__head\"><h2>").Append(text["imports.template"]).AppendHtml("</h2></div><p>").Append(text["imports.template-hint"])
            .AppendHtml("</p><div class=\"acts\">");

        foreach (var format in new[] { TableFormat.Xlsx, TableFormat.Csv })
        {
            output.Content.AppendHtml(Link($"{url}?handler=Template&format={format}", TableWriter.EndingOf(format).TrimStart('.').ToUpperInvariant(), "btn"));
        }

        output.Content.AppendHtml("</div></section>");
        AppendColumns(output.Content);
    }

    private void AppendDrafts(TagHelperContent content, string url)
    {
        content.AppendHtml("<section class=\"sec\"><div class=\"sec__head\"><h2>").Append(text["imports.waiting"]).AppendHtml("</h2></div><ul class=\"heldlist\">");

        foreach (var draft in Drafts)
        {
            content.AppendHtml("<li>").AppendHtml(Link($"{url}/{draft.Id}", draft.FileName, null)).AppendHtml(" <span class=\"muted\">").Append(PageFormat.DateAndTime(draft.MadeAt)).AppendHtml("</span></li>");
        }

        content.AppendHtml("</ul></section>");
    }

    private void AppendColumns(TagHelperContent content)
    {
        HtmlContentBuilder inside = new();
        inside.AppendHtml("<caption class=\"vh\">").Append(text["imports.columns"]).AppendHtml("</caption><thead><tr><th scope=\"col\">").Append(text["imports.column"])
            .AppendHtml("</th><th scope=\"col\">").Append(text["imports.column-name"]).AppendHtml("</th><th scope=\"col\">").Append(text["imports.explanation"])
            .AppendHtml("</th><th scope=\"col\">").Append(text["imports.template-example"]).AppendHtml("</th></tr></thead><tbody>");

        foreach (var column in Columns)
        {
            inside.AppendHtml("<tr><th scope=\"row\">").Append(text[column.LabelKey]).AppendHtml("</th><td class=\"code\">").Append(column.Name).AppendHtml("</td><td>")
                .Append(column.Required ? text["imports.must"] : text["imports.may"]).Append(column.HintKey is { } hint ? $" · {text[hint]}" : "")
                .AppendHtml("</td><td lang=\"th\">").Append(column.ExampleIn(text)).AppendHtml("</td></tr>");
        }

        content.AppendHtml("<section class=\"sec\"><details open><summary>").Append(text["imports.columns"])
            .AppendHtml("</summary>").AppendHtml(StackedTableTagHelper.Around(inside.AppendHtml("</tbody>"))).AppendHtml("</details></section>");
    }

    private static TagBuilder Link(string href, string words, string? look)
    {
        TagBuilder link = new("a");
        link.MergeAttribute("href", href);
        link.InnerHtml.Append(words);

        if (look is not null)
        {
            link.AddCssClass(look);
        }

        return link;
    }
}
