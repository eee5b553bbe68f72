using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CommunityBusinessNetwork.Showcase.Wording;

/// <summary>A heading whose phrases are not torn apart at the end of a line: Thai has no blanks, and browsers split it by a dictionary without names.</summary>
/// <param name="text">The phrases, with a bar between them; a blank beside the bar is kept.</param>
public sealed class Phrases(string text) : IHtmlContent
{
    public static Phrases Of(string text) => new(text);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var phrase in text.Split('|'))
        {
            writer.Write("<wbr><span class=\"nb\">");
            encoder.Encode(writer, phrase);
            writer.Write("</span>");
        }
    }
}
