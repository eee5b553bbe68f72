using System.Text;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>What a file is, by its first bytes. A name or a browser's word counts for nothing.</summary>
public static class ContentSniffer
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Needed = 512;

    /// <summary>The content type; null when it is nothing we take.</summary>
    public static string? Find(ReadOnlySpan<byte> head)
        => head switch
        {
            [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
            [0x50, 0x4B, 0x03, 0x04, ..] => OfficeOrZip(head),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "image/webp",
            [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] => BrandOf(head),
            _ when head.StartsWith("WEBVTT"u8) || head.StartsWith("\uFEFFWEBVTT"u8) => "text/vtt",
            _ => null,
        };

    private static string OfficeOrZip(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return text.Contains("word/", StringComparison.Ordinal) ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            : text.Contains("xl/", StringComparison.Ordinal) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "application/zip";
    }

    private static string? BrandOf(ReadOnlySpan<byte> head)
        => head.Length < 12 ? null : Encoding.Latin1.GetString(head[8..12]) switch
        {
            "avif" or "avis" => "image/avif",
            "heic" or "heix" or "mif1" => null,
            "qt  " => "video/quicktime",
            _ => "video/mp4",
        };
}
