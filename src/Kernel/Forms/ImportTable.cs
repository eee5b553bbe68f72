using System.Globalization;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>The rows of an import and what each does: <c>&lt;import-table rows="Model.Rows" columns="Model.Columns" caption="…" /&gt;</c>.</summary>
[HtmlTargetElement("import-table", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ImportTableTagHelper(Localizer text) : TagHelper
{
    public required ImportView View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;

        if (View.Rows.Count == 0)
        {
            output.Content.AppendHtml("<p class=\"empty\">").Append(text["imports.none-here"]).AppendHtml("</p>");
            return;
        }

        HtmlContentBuilder inside = new();
        inside.AppendHtml("<caption>").Append(text["imports.rows-shown", ("first", View.Paging.First), ("last", View.Paging.Last), ("total", View.Paging.Total)]).AppendHtml("</caption><thead><tr>");

        foreach (var key in new[] { "imports.row", "imports.what", "imports.verdict", "imports.details" })
        {
            inside.AppendHtml("<th scope=\"col\">").Append(text[key]).AppendHtml("</th>");
        }

        inside.AppendHtml("</tr></thead><tbody>");

        foreach (var row in View.Rows)
        {
            Append(inside, row);
        }

        output.Content.AppendHtml(StackedTableTagHelper.Around(inside.AppendHtml("</tbody>")));
    }

    private void Append(HtmlContentBuilder inside, ImportRow row)
    {
        inside.AppendHtml("<tr><td>").Append(row.Number.ToString(CultureInfo.InvariantCulture))
            .AppendHtml("</td><th scope=\"row\"><span class=\"code\">").Append(row.Key).AppendHtml("</span> <span lang=\"th\">").Append(row.Name)
            .AppendHtml("</span></th><td>").AppendHtml(Chip(row.Verdict)).AppendHtml("</td><td>");

        if (row.Problems.Count + row.Changes.Count > 0)
        {
            inside.AppendHtml("<ul class=\"cells\">");

            foreach (var problem in row.Problems)
            {
                inside.AppendHtml("<li class=\"err\"><span>").AppendHtml(LabelOf(problem.Column)).Append(text[problem.Code, [.. problem.Args.Select(a => (a.Key, (object)a.Value))]]);

                if (problem.Read.Length > 0)
                {
                    inside.Append(" ").AppendHtml("<span class=\"muted\">").Append(text["imports.read", ("text", problem.Read)]).AppendHtml("</span>");
                }

                inside.AppendHtml("</span></li>");
            }

            foreach (var change in row.Changes)
            {
                inside.AppendHtml("<li>").AppendHtml(LabelOf(change.Column))
                    .AppendHtml("<del>").Append(change.Before.Length > 0 ? change.Before : "–").AppendHtml("</del> <span aria-hidden=\"true\">→</span> <ins>")
                    .Append(change.After.Length > 0 ? change.After : "–").AppendHtml("</ins></li>");
            }

            inside.AppendHtml("</ul>");
        }

        inside.AppendHtml("</td></tr>");
    }

    private IHtmlContent LabelOf(string? column)
    {
        HtmlContentBuilder label = new();
        return View.Columns.FirstOrDefault(c => c.Name == column) is { } known ? label.AppendHtml("<b>").Append(text[known.LabelKey]).AppendHtml("</b> ") : label;
    }

    private TagBuilder Chip(ImportVerdict verdict)
    {
        var (kind, icon) = verdict switch
        {
            ImportVerdict.New => ("done", "plus"),
            ImportVerdict.Changed => ("now", "half"),
            ImportVerdict.Unchanged => ("empty", "empty"),
            _ => ("error", "error"),
        };
        TagBuilder chip = new("span");
        chip.AddCssClass($"st st--{kind}");
        chip.InnerHtml.AppendHtml(Icon.Html(icon)).Append(text[$"imports.verdict-{verdict}"]);
        return chip;
    }
}
