using System.Buffers.Binary;

namespace CommunityBusinessNetwork.Clips.Probing;

/// <summary>
/// The elements of a WebM file (EBML, RFC 8794 and 9559) that tell its length: Info with time scale and duration, Tracks with their kind.
/// A film recorded in a browser often has no duration; such a file says nothing of its length.
/// </summary>
internal static class WebmHead
{
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint TimestampScale = 0x2AD7B1;
    private const uint Duration = 0x4489;
    private const uint Tracks = 0x1654AE6B;
    private const uint TrackEntry = 0xAE;
    private const uint TrackType = 0x83;
    private const uint Cluster = 0x1F43B675;
    private const long UnknownSize = -1;

    public static async Task<ClipFacts?> ReadAsync(Stream film, CancellationToken ct)
    {
        var found = new Found();
        await WalkAsync(film, film.Length, found, depth: 0, ct);
        return found.Segment
            ? new(found.Ticks is > 0 and < double.MaxValue ? (long)Math.Min(Math.Round(found.Ticks * found.Scale / 1_000_000), int.MaxValue) : null, found.Picture)
            : null;
    }

    private static async Task WalkAsync(Stream film, long end, Found found, int depth, CancellationToken ct)
    {
        while (film.Position < end)
        {
            var id = (uint)await NumberAsync(film, keepMarker: true, ct);
            var size = await NumberAsync(film, keepMarker: false, ct);
            var elementEnd = size == UnknownSize ? end : film.Position + size;

            // What is needed stands before the first cluster; an unknown size there means the rest of the file.
            if (id == Cluster || elementEnd > end || elementEnd < film.Position)
            {
                return;
            }

            found.Segment |= id == Segment;

            if (id is Segment or Info or Tracks or TrackEntry && depth < 4)
            {
                await WalkAsync(film, elementEnd, found, depth + 1, ct);
            }
            else if (id is TimestampScale or Duration or TrackType && size is > 0 and <= 8)
            {
                var body = new byte[size];
                await film.ReadExactlyAsync(body, ct);
                Take(id, body, found);
            }

            film.Position = elementEnd;
        }
    }

    /// <summary>A number of EBML: the first byte's leading zeros say how many bytes follow.</summary>
    private static async Task<long> NumberAsync(Stream film, bool keepMarker, CancellationToken ct)
    {
        var bytes = new byte[8];
        await film.ReadExactlyAsync(bytes.AsMemory(0, 1), ct);
        var more = System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[0]) - 24;

        if (more > 7 || (keepMarker && more > 3))
        {
            throw new InvalidDataException("No number of EBML.");
        }

        await film.ReadExactlyAsync(bytes.AsMemory(1, more), ct);
        long value = keepMarker ? bytes[0] : bytes[0] & (0x7F >> more);
        var allOnes = value == 0x7F >> more;

        for (var at = 1; at <= more; at++)
        {
            value = (value << 8) | bytes[at];
            allOnes &= bytes[at] == 0xFF;
        }

        return allOnes && !keepMarker ? UnknownSize : value;
    }

    private static void Take(uint id, byte[] body, Found found)
    {
        switch (id)
        {
            case TimestampScale:
                found.Scale = Whole(body);
                break;
            case TrackType:
                found.Picture |= Whole(body) == 1;
                break;
            default:
                found.Ticks = body.Length == 4 ? BinaryPrimitives.ReadSingleBigEndian(body) : body.Length == 8 ? BinaryPrimitives.ReadDoubleBigEndian(body) : 0;
                break;
        }
    }

    private static double Whole(byte[] body) => body.Aggregate(0UL, (value, part) => (value << 8) | part);

    private sealed class Found
    {
        public bool Segment { get; set; }
        public bool Picture { get; set; }

        /// <summary>Nanoseconds to a tick.</summary>
        public double Scale { get; set; } = 1_000_000;

        /// <summary>The duration, in ticks.</summary>
        public double Ticks { get; set; }
    }
}
