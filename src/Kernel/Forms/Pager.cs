using System.Globalization;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>Links to the pages of a list; the rest of the query stays. Nothing when there is one page. <c>&lt;pager paging="Model.Paging" /&gt;</c></summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Localizer text) : TagHelper
{
    private const int Around = 2;

    public Paging? Paging { get; set; }

    /// <summary>The page shown, where there is no <see cref="Paging"/>.</summary>
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (page, pages) = Paging is { } paging ? (paging.Page, paging.Pages) : (Page, Pages);

        if (pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", text["forms.pages"]);

        if (page > 1)
        {
            output.Content.AppendHtml(Link(page - 1, text["forms.previous"], "prev"));
        }

        var last = 0;

        foreach (var number in Shown(page, pages))
        {
            if (number > last + 1)
            {
                output.Content.AppendHtml("<span aria-hidden=\"true\">…</span>");
            }

            var link = Link(number, number.ToString("N0", CultureInfo.InvariantCulture));
            link.MergeAttribute("aria-label", text["forms.page", ("page", number)]);

            if (number == page)
            {
                link.MergeAttribute("aria-current", "page");
            }

            output.Content.AppendHtml(link);
            last = number;
        }

        if (page < pages)
        {
            output.Content.AppendHtml(Link(page + 1, text["forms.next"], "next"));
        }
    }

    private static IEnumerable<int> Shown(int page, int pages)
        => new[] { 1, pages }.Concat(Enumerable.Range(page - Around, (Around * 2) + 1)).Where(n => n >= 1 && n <= pages).Distinct().Order();

    private TagBuilder Link(int number, string words, string? rel = null)
    {
        var query = new QueryBuilder(ViewContext.HttpContext.Request.Query.Where(q => q.Key != "page")) { { "page", number.ToString(CultureInfo.InvariantCulture) } };
        var link = new TagBuilder("a");
        link.MergeAttribute("href", query.ToString());
        link.InnerHtml.Append(words);

        if (rel is not null)
        {
            link.MergeAttribute("rel", rel);
        }

        return link;
    }
}
