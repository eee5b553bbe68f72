using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>The fields that a page has written so far, in order: the error summary at the top names and links them.</summary>
internal sealed class FieldLabels
{
    private readonly Dictionary<string, (int Place, string Id, string Label)> _fields = new(StringComparer.OrdinalIgnoreCase);

    public static FieldLabels Of(HttpContext http)
    {
        if (http.Items[typeof(FieldLabels)] is not FieldLabels labels)
        {
            http.Items[typeof(FieldLabels)] = labels = new();
        }

        return labels;
    }

    public void Add(string name, string id, string label) => _fields[name] = (_fields.Count, id, label);

    public (int Place, string Id, string Label)? Find(string name) => _fields.TryGetValue(name, out var field) ? field : null;
}

/// <summary>Written when the page is sent, not when its place is reached: by then everything below it is known.</summary>
internal sealed class Deferred(Func<IHtmlContent> content) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content().WriteTo(writer, encoder);
}
