using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>One part of a meter.</summary>
/// <param name="Kind">solid, half (hatched), top or good.</param>
public sealed record MeterPart(long Value, string Kind = "solid");

/// <summary>
/// Parts of a fixed whole as a bar: <c>&lt;meter-bar whole="252000000" parts="@([new(86075000), new(88600000, "half")])" /&gt;</c>.
/// Decoration: the figures are always printed beside it. Drawn as SVG, because the site allows no style attribute.
/// </summary>
[HtmlTargetElement("meter-bar", Attributes = "whole,parts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterBarTagHelper : TagHelper
{
    public required long Whole { get; set; }

    public required IReadOnlyList<MeterPart> Parts { get; set; }

    /// <summary>For a bar in a row of text, without a frame.</summary>
    public bool Plain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Plain ? "meter-bar meter-bar--plain" : "meter-bar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var at = 0d;

        foreach (var part in Parts)
        {
            var width = Whole <= 0 ? 0 : Math.Clamp(part.Value * 100d / Whole, 0, 100 - at);
            output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"""<rect class="{part.Kind}" x="{at:0.##}%" width="{width:0.##}%" height="100%"/>"""));

            if (part.Kind == "half")
            {
                output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"""<line x1="{at:0.##}%" x2="{at + width:0.##}%" y1="50%" y2="50%"/>"""));
            }

            at += width;
        }
    }
}
