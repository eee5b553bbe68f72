using System.Buffers.Binary;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Takes the place out of a photograph (design §5 <i>Publication</i>): phones write into a JPEG where it was taken. The picture itself and its turn stay.</summary>
public static class PictureWithoutPlace
{
    private const int GpsPointer = 0x8825;
    private const int EntrySize = 12;

    /// <summary>The same bytes, but for the place. Longer than the limit is passed on as it is, and refused for its length.</summary>
    public static async Task<Stream> OfAsync(Stream picture, long limit, CancellationToken ct)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;

        while (copy.Length <= limit && (read = await picture.ReadAsync(buffer, ct)) > 0)
        {
            copy.Write(buffer, 0, read);
        }

        Erase(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        copy.Position = 0;
        return copy;
    }

    internal static void Erase(Span<byte> jpeg)
    {
        if (jpeg is not [0xFF, 0xD8, ..])
        {
            return;
        }

        var at = 2;

        // Segment after segment until the picture itself begins.
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);

            if (length < 2 || at + 2 + length > jpeg.Length)
            {
                return;
            }

            if (jpeg[at + 1] == 0xE1)
            {
                EraseIn(jpeg.Slice(at + 4, length - 2));
            }

            at += 2 + length;
        }
    }

    private static void EraseIn(Span<byte> segment)
    {
        if (segment.StartsWith("Exif\0\0"u8))
        {
            EraseTiff(segment[6..]);
        }
        else if (segment.IndexOf("GPS"u8) >= 0)
        {
            // XMP in words: whole, because nothing else in it is needed.
            segment.Clear();
        }
    }

    private static void EraseTiff(Span<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var little = tiff[0] == 'I';
        var first = (int)Read32(tiff, 4, little);

        foreach (var entry in EntriesAt(tiff, first, little))
        {
            if (Read16(tiff, entry, little) == GpsPointer)
            {
                EraseDirectory(tiff, (int)Read32(tiff, entry + 8, little), little);
                tiff.Slice(entry, EntrySize).Clear();
            }
        }
    }

    private static void EraseDirectory(Span<byte> tiff, int start, bool little)
    {
        foreach (var entry in EntriesAt(tiff, start, little))
        {
            var bytes = Read32(tiff, entry + 4, little) * SizeOf(Read16(tiff, entry + 2, little));
            var value = Read32(tiff, entry + 8, little);

            // Values of more than four bytes lie elsewhere.
            if (bytes > 4 && value + bytes <= tiff.Length)
            {
                tiff.Slice((int)value, (int)bytes).Clear();
            }

            tiff.Slice(entry, EntrySize).Clear();
        }
    }

    private static List<int> EntriesAt(Span<byte> tiff, int start, bool little)
    {
        List<int> entries = [];

        if (start < 8 || start + 2 > tiff.Length)
        {
            return entries;
        }

        var count = Read16(tiff, start, little);

        for (var at = start + 2; entries.Count < count && at + EntrySize <= tiff.Length; at += EntrySize)
        {
            entries.Add(at);
        }

        return entries;
    }

    private static long SizeOf(ushort type) => type switch
    {
        3 or 8 => 2,
        4 or 9 or 11 => 4,
        5 or 10 or 12 => 8,
        _ => 1,
    };

    private static ushort Read16(Span<byte> bytes, int at, bool little)
        => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Read32(Span<byte> bytes, int at, bool little)
        => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
