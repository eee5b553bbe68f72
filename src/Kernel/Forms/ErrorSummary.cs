using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>What is wrong with the form, at its top: each problem is a link to its field. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Localizer text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var state = ViewContext.ViewData.ModelState;

        if (state.ErrorCount > 0)
        {
            var labels = FieldLabels.Of(ViewContext.HttpContext);
            output.Content.SetHtmlContent(new Deferred(() => Write(state, labels)));
        }
    }

    private TagBuilder Write(ModelStateDictionary state, FieldLabels labels)
    {
        var list = new TagBuilder("ul");
        var count = 0;

        foreach (var (field, message) in state
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: labels.Find(entry.Key), error.ErrorMessage)))
            .OrderBy(problem => problem.Field?.Place ?? -1))
        {
            var words = message.Length > 0 ? message : text["forms.invalid"];
            list.InnerHtml.AppendHtml(Line(field, words));
            count++;
        }

        var box = new TagBuilder("div");
        box.AddCssClass("summary-err");
        box.MergeAttribute("role", "alert");
        box.MergeAttribute("tabindex", "-1");
        var head = new TagBuilder("h2");
        head.InnerHtml.AppendHtml(Icon.Html("error")).Append(text["forms.summary", ("count", count)]);
        box.InnerHtml.AppendHtml(head).AppendHtml(list);
        return box;
    }

    private static TagBuilder Line((int Place, string Id, string Label)? field, string words)
    {
        var line = new TagBuilder("li");

        if (field is not { } known)
        {
            line.InnerHtml.Append(words);
            return line;
        }

        var link = new TagBuilder("a");
        link.MergeAttribute("href", "#" + known.Id);
        link.InnerHtml.Append($"{known.Label}: {words}");
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
