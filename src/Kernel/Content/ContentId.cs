namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>Ids of content items: a version-7 uuid in 26 lower-case base-32 characters, as long as Orchard Core's.</summary>
public static class ContentId
{
    // Crockford's alphabet keeps the order of the bytes, so ids sort by the time of their making.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    public static string New() => Of(Guid.CreateVersion7());

    /// <summary>The same id for the same uuid.</summary>
    public static string Of(Guid id)
    {
        var bits = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)));

        return string.Create(Length, bits, (text, rest) =>
        {
            for (var at = Length - 1; at >= 0; at--)
            {
                text[at] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }
}
