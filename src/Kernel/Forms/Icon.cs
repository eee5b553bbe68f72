using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>The glyphs of the product, drawn on 20 × 20. A glyph never stands alone: a word is beside it.</summary>
public static class Icon
{
    private static readonly IReadOnlyDictionary<string, string> Shapes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["empty"] = """<circle cx="10" cy="10" r="6.5"/>""",
        ["half"] = """<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>""",
        ["done"] = """<circle cx="10" cy="10" r="7.2" fill="currentColor" stroke="none"/><path d="M6.6 10.3l2.4 2.3 4.4-4.9" stroke="#fff" stroke-width="2"/>""",
        ["error"] = """<path d="M6.8 2.8h6.4l4 4v6.4l-4 4H6.8l-4-4V6.8z" fill="currentColor" stroke="none"/><path d="M10 6.2v4.4M10 13.6v.2" stroke="#fff" stroke-width="2"/>""",
        ["warn"] = """<path d="M10 3l7.5 13.5h-15z"/><path d="M10 8.2v3.8M10 14.2v.1"/>""",
        ["clock"] = """<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.8 1.8"/>""",
        ["late"] = """<circle cx="10" cy="10" r="7.2" fill="currentColor" stroke="none"/><path d="M10 5.8v4.6l3 1.8" stroke="#fff" stroke-width="2"/>""",
        ["lock"] = """<path d="M4.5 9h11v8h-11zM6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9"/>""",
        ["flag"] = """<path d="M5 17.5V3h10l-2.2 3.5L15 10H5"/>""",
        ["eye"] = """<path d="M1.8 10S5 4.6 10 4.6 18.2 10 18.2 10 15 15.4 10 15.4 1.8 10 1.8 10z"/><circle cx="10" cy="10" r="2.4"/>""",
        ["people"] = """<circle cx="7.5" cy="7" r="2.8"/><path d="M2 16.5c.4-3.2 2.6-4.8 5.5-4.8s5.1 1.6 5.5 4.8M13 4.4a2.7 2.7 0 0 1 0 5.2M15 12.2c1.8.7 2.8 2.2 3 4.3"/>""",
        ["search"] = """<circle cx="8.8" cy="8.8" r="5.3"/><path d="M12.8 12.8l4.4 4.4"/>""",
        ["menu"] = """<path d="M3 5.5h14M3 10h14M3 14.5h14"/>""",
        ["print"] = """<path d="M5.5 7V2.8h9V7M5.5 14H3V7h14v7h-2.5M5.5 11.5h9v5.7h-9z"/>""",
        ["saved"] = """<path d="M6 15.5a3.8 3.8 0 0 1-.4-7.6 4.6 4.6 0 0 1 8.9-.2 3.9 3.9 0 0 1-.2 7.8z"/><path d="M7.6 11.2l1.8 1.7 3-3.3"/>""",
        ["offline"] = """<path d="M7 4.9a4.6 4.6 0 0 1 7.5 2.8 3.9 3.9 0 0 1 2.2 6.3M13.5 15.5H6a3.8 3.8 0 0 1-.4-7.6M3 2.5l14.5 15"/>""",
        ["play"] = """<path d="M6 3.5l10.5 6.5L6 16.5z" fill="currentColor" stroke="none"/>""",
        ["captions"] = """<path d="M2.5 4.5h15v11h-15z"/><path d="M8.5 8.6a2 2 0 1 0 0 2.8M14 8.6a2 2 0 1 0 0 2.8"/>""",
        ["doc"] = """<path d="M4.5 2.5h7l4 4v11h-11zM11.5 2.5v4h4M7 10h6M7 13h6"/>""",
        ["plus"] = """<path d="M10 4v12M4 10h12"/>""",
        ["up"] = """<path d="M10 16V4.5M5 9l5-5 5 5"/>""",
        ["down"] = """<path d="M10 4v11.5M5 11l5 5 5-5"/>""",
        ["next"] = """<path d="M4 10h11.5M11 5l5 5-5 5"/>""",
        ["prev"] = """<path d="M16 10H4.5M9 5l-5 5 5 5"/>""",
        ["beaker"] = """<path d="M7.5 2.5v5L3.5 15.5c-.4 1 .2 2 1.3 2h10.4c1.1 0 1.7-1 1.3-2L12.5 7.5v-5M6 2.5h8M5.5 12.5h9"/>""",
        ["return"] = """<path d="M7 4L3 8l4 4M3 8h9a4.5 4.5 0 0 1 0 9H8"/>""",
        ["swap"] = """<path d="M6 3v13M3 6l3-3 3 3M14 17V4M11 14l3 3 3-3"/>""",
        ["screen"] = """<path d="M2.5 3.5h15v10h-15zM10 13.5v3.5M6.5 17h7"/>""",
        ["trash"] = """<path d="M4 5.5h12M8 5.5V3h4v2.5M5.5 5.5l.8 12h7.4l.8-12"/>""",
        ["calendar"] = """<path d="M3 4.5h14v13H3zM3 8.5h14M7 2.5v4M13 2.5v4"/>""",
        ["skip"] = """<path d="M4 4.5l6 5.5-6 5.5zM11 4.5l6 5.5-6 5.5z"/>""",
        ["language"] = """<circle cx="10" cy="10" r="7.2"/><path d="M2.8 10h14.4M10 2.8c2.4 2 3.4 4.5 3.4 7.2s-1 5.2-3.4 7.2c-2.4-2-3.4-4.5-3.4-7.2s1-5.2 3.4-7.2z"/>""",
        ["image"] = """<path d="M2.5 3.5h15v13h-15z"/><path d="M2.5 14l4.2-4.6 3.6 3.8 2.2-2.2 5 4.6"/><circle cx="13.2" cy="7.2" r="1.4"/>""",
        ["folder"] = """<path d="M2.5 16.5v-12h5.2l1.8 2.2h8v9.8z"/>""",
        ["upload"] = """<path d="M10 13.5V3.5M5.8 7.5L10 3.3l4.2 4.2M3 13v3.8h14V13"/>""",
        ["leave"] = """<path d="M8.5 3H3.5v14h5M8 10h8.5M13 6.5l3.5 3.5-3.5 3.5"/>""",
    };

    /// <exception cref="KeyNotFoundException">There is no such glyph.</exception>
    public static IHtmlContent Html(string name)
        => new HtmlString($"""<svg class="i" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{Shapes[name]}</svg>""");
}

/// <summary><c>&lt;icon name="print" /&gt;</c></summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Html(Name));
    }
}
