namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Where the bytes lie, under their SHA-256: a local folder by default, an S3-compatible store where one machine is not enough.</summary>
public interface IFileStore
{
    /// <summary>Takes the bytes in as they stream by. What broke off in between leaves nothing.</summary>
    /// <param name="limit">In bytes; a longer stream is not kept.</param>
    /// <returns>The head, the size and the hash; null when the limit was passed.</returns>
    Task<KeptBytes?> KeepAsync(Stream content, long limit, CancellationToken ct);

    /// <summary>Opens what was kept, seekable.</summary>
    /// <exception cref="FileNotFoundException">Nothing is kept under that hash.</exception>
    Stream Open(string sha256);

    /// <summary>Takes the bytes out again. Only for bytes that no <see cref="StoredFile"/> names.</summary>
    void Remove(string sha256);
}

/// <summary>What is known of bytes that were just kept.</summary>
/// <param name="Head">The first bytes, for the sniffer.</param>
public sealed record KeptBytes(byte[] Head, long Size, string Sha256);
