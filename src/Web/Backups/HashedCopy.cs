using System.Security.Cryptography;

namespace CommunityBusinessNetwork.Web.Backups;

/// <summary>Copies a stream, however long, and says what went through.</summary>
internal static class HashedCopy
{
    private const int Piece = 128 * 1024;

    /// <returns>The bytes that went through and their SHA-256 in lower-case hex.</returns>
    public static async Task<(long Size, string Sha256)> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        var size = 0L;

        for (int read; (read = await from.ReadAsync(piece, ct)) > 0; size += read)
        {
            hash.AppendData(piece, 0, read);
            await to.WriteAsync(piece.AsMemory(0, read), ct);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
