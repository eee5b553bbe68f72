using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>
/// A state as glyph and word; the colour only repeats them. <c>&lt;status-chip kind="late" text-key="desk.late-days" args="@([("days", 6)])" /&gt;</c>,
/// or the words inside: <c>&lt;status-chip kind="done"&gt;ครบ 76/76&lt;/status-chip&gt;</c>.
/// </summary>
[HtmlTargetElement("status-chip", Attributes = "kind")]
public sealed class StatusChipTagHelper(Localizer text) : TagHelper
{
    /// <summary>done, now, empty, wait, warn, late, error or lock.</summary>
    public required string Kind { get; set; }

    /// <summary>The message key of its words; without it they are the element's content.</summary>
    public string? TextKey { get; set; }

    /// <summary>What fills the gaps of the message.</summary>
    public IReadOnlyList<(string Name, object Value)> Args { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"st st--{Kind}");
        output.Content.AppendHtml(Icon.Html(Glyph(Kind)));

        if (TextKey is not null)
        {
            output.Content.Append(text[TextKey, [.. Args]]);
        }
        else
        {
            output.Content.AppendHtml(inner);
        }
    }

    private static string Glyph(string kind) => kind switch
    {
        "now" => "half",
        "wait" => "clock",
        _ => kind,
    };
}
