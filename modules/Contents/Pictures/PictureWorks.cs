using System.Runtime.InteropServices;
using NetVips;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>
/// Draws pictures anew, by libvips: one at a time, so that memory stays small. The library is loaded when the first picture comes;
/// a site that has none never pays for it, so nothing else names its types.
/// </summary>
internal static class PictureWorks
{
    /// <summary>The longest side of a picture that is kept.</summary>
    public const int LongestSide = 4000;

    private const int AnyHeight = 10_000_000;
    private const int GoodQuality = 88;
    private const int WebQuality = 78;
    private const int AvifQuality = 52;
    private const string Colours = "srgb";

    private static readonly SemaphoreSlim Turn = new(1, 1);

    static PictureWorks()
    {
        // A picture that is a program in disguise is not run (SVG), and loaders that libvips itself does not trust are closed.
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoadSvg", true);
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <summary>The same picture without anything beside it, turned as it is looked at, in the colours of the web, no longer than <see cref="LongestSide"/>.</summary>
    /// <returns>Null when it cannot be read as a picture.</returns>
    public static Task<byte[]?> CleanAsync(byte[] picture, string contentType, CancellationToken ct) => InTurnAsync(() => Clean(picture, contentType), ct);

    /// <summary>A smaller one: of that width, or as it is when it is smaller itself.</summary>
    /// <param name="format">"avif" or "webp".</param>
    /// <returns>Null when it cannot be read as a picture.</returns>
    public static Task<byte[]?> ResizeAsync(byte[] picture, int width, string format, CancellationToken ct) => InTurnAsync(() => Resize(picture, width, format), ct);

    private static byte[] Clean(byte[] picture, string contentType)
    {
        using var clean = Image.ThumbnailBuffer(picture, LongestSide, height: LongestSide, size: Enums.Size.Down, outputProfile: Colours, failOn: Enums.FailOn.Error);
        return contentType switch
        {
            "image/png" => clean.PngsaveBuffer(compression: 7, keep: Enums.ForeignKeep.None),
            "image/webp" => clean.WebpsaveBuffer(q: GoodQuality, keep: Enums.ForeignKeep.None),
            _ => clean.JpegsaveBuffer(q: GoodQuality, optimizeCoding: true, keep: Enums.ForeignKeep.None),
        };
    }

    private static byte[] Resize(byte[] picture, int width, string format)
    {
        using var smaller = Image.ThumbnailBuffer(picture, width, height: AnyHeight, size: Enums.Size.Down, outputProfile: Colours);
        return format == "avif"
            ? smaller.HeifsaveBuffer(q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: 3, keep: Enums.ForeignKeep.None)
            : smaller.WebpsaveBuffer(q: WebQuality, keep: Enums.ForeignKeep.None);
    }

    private static async Task<byte[]?> InTurnAsync(Func<byte[]> draw, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);

        try
        {
            return await Task.Run(draw, ct);
        }
        catch (VipsException)
        {
            return null;
        }
        finally
        {
            GiveBack();
            Turn.Release();
        }
    }

    /// <summary>What was allocated for a picture is given back to the machine: 55 MB after a large one, measured.</summary>
    private static void GiveBack()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "malloc_trim", out _))
        {
            _ = MallocTrim(0);
        }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nint pad);
}
