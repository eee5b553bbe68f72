using System.Security.Cryptography;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>A folder with two letters of the hash as sub-folder. A file appears under its name only when it is whole.</summary>
public sealed class LocalFileStore(string folder) : IFileStore
{
    private const int Block = 81920;

    public async Task<KeptBytes?> KeepAsync(Stream content, long limit, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{Guid.CreateVersion7():N}.part");
        var kept = false;

        try
        {
            var bytes = await WriteAsync(content, temporary, limit, ct);

            if (bytes is not null)
            {
                var path = PathOf(bytes.Sha256);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(temporary, path, overwrite: true);
                kept = true;
            }

            return bytes;
        }
        finally
        {
            if (!kept)
            {
                File.Delete(temporary);
            }
        }
    }

    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Block, useAsync: true);

    public void Remove(string sha256) => File.Delete(PathOf(sha256));

    private static async Task<KeptBytes?> WriteAsync(Stream content, string path, long limit, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Block, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[Block];
        using var head = new MemoryStream(ContentSniffer.Needed);
        var size = 0L;

        for (int read; (read = await content.ReadAsync(block, ct)) > 0;)
        {
            size += read;

            if (size > limit)
            {
                return null;
            }

            head.Write(block, 0, (int)Math.Min(read, ContentSniffer.Needed - head.Length));
            hash.AppendData(block, 0, read);
            await file.WriteAsync(block.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return new(head.ToArray(), size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
