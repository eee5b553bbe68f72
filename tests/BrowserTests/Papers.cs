using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>Small files that people bring along.</summary>
internal static class Papers
{
    public static FilePayload Pdf(string name) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    };

    /// <summary>A grey clip of that length, with sound, made by ffmpeg.</summary>
    public static async Task<FilePayload> ClipAsync(int seconds)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.mp4");
        var length = seconds.ToString(CultureInfo.InvariantCulture);
        using var ffmpeg = Process.Start(new ProcessStartInfo(
            "ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", $"color=gray:s=160x90:r=5:d={length}", "-f", "lavfi", "-i", $"anullsrc=r=8000:d={length}", "-shortest", "-pix_fmt", "yuv420p", file]))!;
        await ffmpeg.WaitForExitAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return new() { Name = "clip.mp4", MimeType = "video/mp4", Buffer = bytes };
    }

    public static FilePayload TextAs(string name) => new() { Name = name, MimeType = "video/mp4", Buffer = "This is no clip."u8.ToArray() };

    /// <summary>One pixel.</summary>
    public static FilePayload Picture(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };
}
