using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary><c>&lt;responsive-picture of="Model.Picture" sizes="(min-width: 900px) 33vw, 100vw" /&gt;</c>: nothing for null.</summary>
[HtmlTargetElement("responsive-picture", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PictureTagHelper : TagHelper
{
    public required PictureView? Of { get; set; }

    /// <summary>How wide it is on the page.</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>Seen at once, not after scrolling.</summary>
    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of?.ToHtml(Sizes, Eager) ?? "");
    }
}
