using System.Buffers.Binary;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>What the bytes of a JPEG, PNG or WebP say of the picture, without drawing it.</summary>
/// <param name="Width">As it is looked at: after the turn that a camera wrote beside it.</param>
/// <param name="IsBare">Nothing is in it but the picture: no place, no camera, no words, no bytes behind its end.</param>
/// <param name="IsWhole">It has its end: nothing broke off.</param>
internal sealed record PictureFacts(int Width, int Height, bool IsBare, bool IsWhole)
{
    /// <summary>So many bytes at the beginning tell the size.</summary>
    public const int Needed = 256 * 1024;

    private static readonly HashSet<string> PngNeeds = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];
    private static readonly HashSet<string> WebpNeeds = ["VP8 ", "VP8L", "VP8X", "ALPH"];

    public long Pixels => (long)Width * Height;

    /// <summary>Null when they are none of the three, or end before the size.</summary>
    public static PictureFacts? Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => Jpeg(bytes),
        [0x89, 0x50, 0x4E, 0x47, ..] => Png(bytes),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => Webp(bytes),
        _ => null,
    };

    private static PictureFacts? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var (width, height, turned, bare, at) = (0, 0, false, true, 2);

        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];

            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                return Facts(bare && at + 2 == bytes.Length, whole: true);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var body = bytes[Math.Min(at + 4, bytes.Length)..Math.Min(at + 2 + Math.Max((int)length, 2), bytes.Length)];

            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 or 0xC3 when body.Length >= 5:
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
                    break;
                case 0xE1:
                    turned |= body.StartsWith("Exif\0\0"u8) && IsTurned(body[6..]);
                    bare = false;
                    break;
                case 0xE0:
                    bare &= body.StartsWith("JFIF\0"u8) && body.Length == 14;
                    break;
                case > 0xE1 and <= 0xEF or 0xFE:
                    bare = false;
                    break;
            }

            at += 2 + length;
            at = marker == 0xDA ? AfterScan(bytes, at) : at;
        }

        // The end is marked by two bytes alone.
        var ended = at + 2 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xD9;
        return Facts(bare && ended && at + 2 == bytes.Length, ended);

        PictureFacts? Facts(bool alone, bool whole) => width == 0 || height == 0 ? null : turned ? new(height, width, alone, whole) : new(width, height, alone, whole);
    }

    /// <summary>Behind the coded picture: there the next marker begins that is no part of it.</summary>
    private static int AfterScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);

            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return bytes.Length;
            }

            at += next;

            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }

        return bytes.Length;
    }

    /// <summary>Whether the camera was held upright (the Exif orientations 5 to 8).</summary>
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10)
        {
            return false;
        }

        var little = tiff[0] == 'I';
        var start = little ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);

        for (var at = start + 2; start >= 8 && start < tiff.Length && at + 12 <= tiff.Length && at < start + 2 + (64 * 12); at += 12)
        {
            var tag = little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

            if (tag == 0x0112)
            {
                return (little ? tiff[at + 8] : tiff[at + 9]) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static PictureFacts? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33)
        {
            return null;
        }

        var (bare, at, ended) = (true, 8, false);

        while (!ended && at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var name = Name(bytes[(at + 4)..]);
            bare &= PngNeeds.Contains(name);
            ended = name == "IEND";
            at = (int)Math.Min(int.MaxValue - 12, at + 12L + length);
        }

        return Sized(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]), bare && ended && at == bytes.Length, ended && at <= bytes.Length);
    }

    private static PictureFacts? Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
        {
            return null;
        }

        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        var (bare, at) = (end == bytes.Length, 12L);

        while (at + 8 <= bytes.Length)
        {
            bare &= WebpNeeds.Contains(Name(bytes[(int)at..]));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)(at + 4)..]);
            at += 8L + length + (length & 1);
        }

        var (head, whole) = (bytes[20..30].ToArray(), end <= bytes.Length);
        return Name(bytes[12..]) switch
        {
            "VP8 " => Sized(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) & 0x3FFF, bare, whole),
            "VP8L" when BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1)) is var bits => Sized((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, bare, whole),
            "VP8X" => Sized(Int24(head.AsSpan(4)) + 1, Int24(head.AsSpan(7)) + 1, bare && (head[0] & 0b0010_1110) == 0, whole),
            _ => null,
        };
    }

    private static PictureFacts? Sized(int width, int height, bool bare, bool whole) => width > 0 && height > 0 ? new(width, height, bare, whole) : null;

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static string Name(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..4]);
}
