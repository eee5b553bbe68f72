using System.Globalization;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>Pictures in the sizes and formats of the web, each made when it is first asked for. Only the listed ones exist, so nobody fills the disk.</summary>
internal sealed class Renditions(IFileStore store, MadeFiles made)
{
    public static readonly IReadOnlyList<int> Widths = [320, 640, 1280];

    /// <summary>The better one first: a browser takes the first that it knows.</summary>
    public static readonly IReadOnlyList<string> Formats = ["avif", "webp"];

    public static bool AreMadeOf(string contentType) => FileTypes.Pictures.Contains(contentType);

    /// <summary>The listed widths that say something of a picture: up to the first that holds all of it.</summary>
    public static IEnumerable<int> WidthsFor(int width) => Widths.Where((listed, at) => at == 0 || Widths[at - 1] < width);

    public static string NameOf(int width, string format) => string.Create(CultureInfo.InvariantCulture, $"{width}.{format}");

    /// <returns>Null when the file cannot be drawn.</returns>
    public async Task<Stream?> OpenAsync(StoredFile picture, int width, string format, CancellationToken ct)
        => made.Open(picture.Sha256, NameOf(width, format)) ?? await MakeAsync(picture, width, format, ct);

    private async Task<Stream?> MakeAsync(StoredFile picture, int width, string format, CancellationToken ct)
    {
        var bytes = new byte[picture.Size];

        await using (var original = store.Open(picture.Sha256))
        {
            await original.ReadExactlyAsync(bytes, ct);
        }

        if (await PictureWorks.ResizeAsync(bytes, width, format, ct) is not { } smaller)
        {
            return null;
        }

        await made.KeepAsync(picture.Sha256, NameOf(width, format), smaller, ct);
        return new MemoryStream(smaller, writable: false);
    }
}
