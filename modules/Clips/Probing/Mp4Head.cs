using System.Buffers.Binary;

namespace CommunityBusinessNetwork.Clips.Probing;

/// <summary>
/// The boxes of an MP4 or QuickTime file (ISO 14496-12) that tell its length: mvhd for the film, mdhd for each track, mehd where the film is in fragments.
/// The longest of them counts, so that no header can shorten what is played.
/// </summary>
internal static class Mp4Head
{
    private const int LongestHeader = 64;
    private static readonly string[] Containers = ["moov", "trak", "mdia", "mvex"];

    public static async Task<ClipFacts?> ReadAsync(Stream film, CancellationToken ct)
    {
        var found = new Found();
        await WalkAsync(film, film.Length, found, depth: 0, ct);
        return found.Movie ? new(found.Longest > 0 ? found.Longest : null, found.Picture) : null;
    }

    private static async Task WalkAsync(Stream film, long end, Found found, int depth, CancellationToken ct)
    {
        while (film.Position + 8 <= end)
        {
            var start = film.Position;
            var (size, type, headerSize) = await HeaderAsync(film, end, ct);
            var boxEnd = start + size;

            if (size < headerSize || boxEnd > end)
            {
                throw new InvalidDataException($"The box {type} ends outside its container.");
            }

            found.Movie |= type == "moov";

            if (Containers.Contains(type) && depth < 8)
            {
                await WalkAsync(film, boxEnd, found, depth + 1, ct);
            }
            else if (type is "mvhd" or "mdhd" or "mehd" or "hdlr")
            {
                var body = new byte[Math.Min(LongestHeader, boxEnd - film.Position)];
                await film.ReadExactlyAsync(body, ct);
                Take(type, body, found);
            }

            film.Position = boxEnd;
        }
    }

    private static async Task<(long Size, string Type, int HeaderSize)> HeaderAsync(Stream film, long end, CancellationToken ct)
    {
        var start = film.Position;
        var head = new byte[16];
        await film.ReadExactlyAsync(head.AsMemory(0, 8), ct);
        var type = System.Text.Encoding.Latin1.GetString(head, 4, 4);
        var size = BinaryPrimitives.ReadUInt32BigEndian(head);

        switch (size)
        {
            case 0:
                return (end - start, type, 8);
            case 1:
                await film.ReadExactlyAsync(head.AsMemory(8, 8), ct);
                return ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(8)), long.MaxValue / 2), type, 16);
            default:
                return (size, type, 8);
        }
    }

    private static void Take(string type, ReadOnlySpan<byte> body, Found found)
    {
        // hdlr: version and flags, pre-defined, then what the track is.
        if (type == "hdlr")
        {
            found.Picture |= body.Length >= 12 && body[8..12].SequenceEqual("vide"u8);
            return;
        }

        var wide = body.Length > 0 && body[0] == 1;

        if (type == "mehd")
        {
            found.Fragments(wide ? Wide(body, 4) : Narrow(body, 4));
            return;
        }

        // mvhd and mdhd: version and flags, made, changed, time scale, duration.
        var scale = Narrow(body, wide ? 20 : 12);
        var duration = wide ? Wide(body, 24) : Narrow(body, 16);

        if (type == "mvhd")
        {
            found.Scale = scale;
        }

        found.Length(duration, scale, unknown: wide ? ulong.MaxValue : uint.MaxValue);
    }

    private static ulong Narrow(ReadOnlySpan<byte> body, int at)
        => body.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(body[at..]) : throw new InvalidDataException("A header is cut off.");

    private static ulong Wide(ReadOnlySpan<byte> body, int at)
        => body.Length >= at + 8 ? BinaryPrimitives.ReadUInt64BigEndian(body[at..]) : throw new InvalidDataException("A header is cut off.");

    private sealed class Found
    {
        public bool Movie { get; set; }
        public bool Picture { get; set; }
        public ulong Scale { get; set; }
        public long Longest { get; private set; }

        /// <summary>In the movie's time scale.</summary>
        public void Fragments(ulong duration) => Length(duration, Scale, ulong.MaxValue);

        public void Length(ulong duration, ulong scale, ulong unknown)
        {
            if (scale > 0 && duration != unknown)
            {
                // A length beyond any film is forged; it stays too long without running over.
                var milliseconds = UInt128.Min((UInt128)duration * 1000 / scale, int.MaxValue);
                Longest = Math.Max(Longest, (long)milliseconds);
            }
        }
    }
}
