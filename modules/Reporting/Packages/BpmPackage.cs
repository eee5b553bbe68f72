using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Reporting.Bpm;

namespace CommunityBusinessNetwork.Reporting.Packages;

/// <summary>A file of a package as its manifest names it.</summary>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record PackedFile(string Path, long Size, string Sha256);

/// <summary>What is in a package, and of which record and when.</summary>
internal sealed record PackageManifest(string Group, int FiscalYearBe, DateTimeOffset MadeAt, IReadOnlyList<PackedFile> Files);

/// <summary>What goes into a package, in its order.</summary>
internal sealed record PackageContent(string GroupCode, int FiscalYearBe, IReadOnlyList<SheetLine> Lines, IReadOnlyList<(BpmAttachment Attachment, StoredFile File)> Attachments)
{
    public string FileName => $"bpm-{FiscalYearBe.ToString(CultureInfo.InvariantCulture)}-{GroupCode}.zip";
}

/// <summary>
/// The record as one ZIP: summary.csv, report.html, photos/, files/, and manifest.json with the SHA-256 of each.
/// </summary>
internal sealed class BpmPackage(FileVault vault, TimeProvider time)
{
    private const int BufferBytes = 80 * 1024;

    /// <summary>The package in a file that is gone when it is closed: a fault leaves no half package with its reader, and its length is known.</summary>
    public async Task<Stream> OpenAsync(PackageContent content, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.zip");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

        try
        {
            await WriteAsync(file, content, ct);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async Task WriteAsync(Stream target, PackageContent content, CancellationToken ct)
    {
        List<PackedFile> packed = [];
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        packed.Add(await PackAsync(zip, "summary.csv", Csv(content.Lines), ct));
        packed.Add(await PackAsync(zip, "report.html", Html(content), ct));

        foreach (var (attachment, file) in content.Attachments)
        {
            packed.Add(await PackAsync(zip, PathOf(attachment, file), file, ct));
        }

        PackageManifest manifest = new(content.GroupCode, content.FiscalYearBe, time.GetUtcNow(), packed);
        await PackAsync(zip, "manifest.json", JsonBytes(manifest), ct);
    }

    internal static byte[] Csv(IReadOnlyList<SheetLine> lines)
        => Encoding.UTF8.GetBytes(string.Concat(
            lines.Select(l => Kernel.Files.Csv.Line(l.Key, l.Label, l.Value)).Prepend(Kernel.Files.Csv.Line("key", "label", "value")).Prepend(Kernel.Files.Csv.ByteOrderMark)));

    private static byte[] Html(PackageContent content)
    {
        var text = new StringBuilder("<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\"><title>BPM ").Append(WebUtility.HtmlEncode(content.GroupCode)).Append("</title>\n")
            .Append("<style>body{font:16px/1.7 'TH Sarabun New',Sarabun,sans-serif;max-width:18cm;margin:2cm auto}td,th{padding:4px 8px;vertical-align:top;text-align:left;border-bottom:1px solid #ccc}td{white-space:pre-line}img{max-width:100%}figure{margin:1em 0;break-inside:avoid}</style></head><body>\n")
            .Append("<h1>").Append(WebUtility.HtmlEncode(content.Lines.First(l => l.Key == "group").Value)).Append("</h1>\n<table>\n");

        foreach (var line in content.Lines)
        {
            text.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(line.Label)).Append("</th><td>").Append(WebUtility.HtmlEncode(line.Value)).Append("</td></tr>\n");
        }

        text.Append("</table>\n");

        foreach (var (attachment, file) in content.Attachments.Where(a => a.Attachment.IsPicture))
        {
            text.Append("<figure><img src=\"").Append(PathOf(attachment, file)).Append("\" alt=\"\"><figcaption>").Append(WebUtility.HtmlEncode(attachment.Caption))
                .Append(" (").Append(ThaiFormat.ShortDate(attachment.TakenOn)).Append(")</figcaption></figure>\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("</body></html>\n").ToString());
    }

    /// <summary>A path that every system can unpack: nothing of the name that it was given with.</summary>
    private static string PathOf(BpmAttachment attachment, StoredFile file)
    {
        var folder = attachment.IsPicture ? "photos" : "files";
        return string.Create(CultureInfo.InvariantCulture, $"{folder}/{attachment.Seq:00}-{attachment.Kind.ToString().ToLowerInvariant()}{ExtensionOf(file.ContentType)}");
    }

    private static string ExtensionOf(string contentType) => contentType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "application/pdf" => ".pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        _ => ".docx",
    };

    private static byte[] JsonBytes(PackageManifest manifest) => Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(manifest, AppJson.Indented));

    private static async Task<PackedFile> PackAsync(ZipArchive zip, string path, byte[] bytes, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
        return new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private async Task<PackedFile> PackAsync(ZipArchive zip, string path, StoredFile file, CancellationToken ct)
    {
        // Pictures and documents are packed already.
        await using var entry = await zip.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(ct);
        await using var bytes = vault.Open(file);
        await bytes.CopyToAsync(entry, ct);
        return new(path, file.Size, file.Sha256);
    }
}
