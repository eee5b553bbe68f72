using System.Buffers.Binary;
using System.Text;

namespace CommunityBusinessNetwork.Web.Demo.Media;

/// <summary>
/// Makes a small clip of any length from a template of eight pictures: every duration in the file is set,
/// so that a player and a probe agree, and nothing is encoded.
/// </summary>
internal static class ClipMaker
{
    private const int Pictures = 8;
    private const uint MovieTimescale = 1000;

    /// <summary>The template, lasting that long.</summary>
    /// <param name="label">Kept in the file, so that no two clips are the same bytes.</param>
    /// <exception cref="FormatException">The template is no MP4 with one track of eight pictures.</exception>
    public static byte[] Make(ReadOnlySpan<byte> template, TimeSpan duration, string label)
    {
        var text = Encoding.UTF8.GetBytes(label);
        var clip = new byte[template.Length + 8 + text.Length];
        template.CopyTo(clip);
        Stretch(clip.AsSpan(0, template.Length), checked((uint)duration.TotalMilliseconds));

        var free = clip.AsSpan(template.Length);
        BinaryPrimitives.WriteUInt32BigEndian(free, (uint)free.Length);
        "free"u8.CopyTo(free[4..]);
        text.CopyTo(free[8..]);
        return clip;
    }

    private static void Stretch(Span<byte> file, uint milliseconds)
    {
        var moov = Box(file, "moov"u8);
        var header = Box(moov, "mvhd"u8);
        Write(header, 12, MovieTimescale);
        Write(header, 16, milliseconds);

        var track = Box(moov, "trak"u8);
        Write(Box(track, "tkhd"u8), 20, milliseconds);
        Write(Box(Box(track, "edts"u8), "elst"u8), 8, milliseconds);

        // With as many ticks to the millisecond as there are pictures, each lasts a whole number of ticks.
        var media = Box(track, "mdia"u8);
        var mediaHeader = Box(media, "mdhd"u8);
        Write(mediaHeader, 12, MovieTimescale * Pictures);
        Write(mediaHeader, 16, milliseconds * Pictures);

        var times = Box(Box(Box(media, "minf"u8), "stbl"u8), "stts"u8);

        if (BinaryPrimitives.ReadUInt32BigEndian(times[4..]) != 1 || BinaryPrimitives.ReadUInt32BigEndian(times[8..]) != Pictures)
        {
            throw new FormatException("The template has other than eight pictures of one length.");
        }

        Write(times, 12, milliseconds);
    }

    /// <summary>What is inside the first box of that type, the version and flags included.</summary>
    private static Span<byte> Box(Span<byte> parent, ReadOnlySpan<byte> type)
    {
        for (var at = 0; at + 8 <= parent.Length;)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(parent[at..]);

            if (size < 8 || at + size > parent.Length)
            {
                break;
            }

            if (parent.Slice(at + 4, 4).SequenceEqual(type))
            {
                return parent.Slice(at + 8, size - 8);
            }

            at += size;
        }

        throw new FormatException($"The template has no {Encoding.ASCII.GetString(type)}.");
    }

    private static void Write(Span<byte> box, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(box[at..], value);
}
