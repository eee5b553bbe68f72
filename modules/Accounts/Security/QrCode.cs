using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace CommunityBusinessNetwork.Accounts.Security;

/// <summary>A text as a QR code: one path of an SVG, whose colour and size the style sheet gives.</summary>
internal static class QrCode
{
    /// <param name="label">What a screen reader says instead.</param>
    public static IHtmlContent Draw(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();

        foreach (var (y, row) in data.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var size = data.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        return new HtmlContentBuilder()
            .AppendHtml($"<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"")
            .Append(label)
            .AppendHtml($"\"><path d=\"{path}\"/></svg>");
    }
}
