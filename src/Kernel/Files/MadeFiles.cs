namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>What is made of files in the store and can be made again, a smaller picture for one: beside the store, outside of the back-up.</summary>
public sealed class MadeFiles(string folder)
{
    private const int Block = 16384;

    /// <param name="sha256">Of the file that it is made of.</param>
    /// <param name="what">"640.webp": what it is.</param>
    /// <returns>Null when it has not been made yet.</returns>
    public Stream? Open(string sha256, string what)
    {
        try
        {
            return new FileStream(PathOf(sha256, what), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Block, useAsync: true);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Appears under its name only when it is whole.</summary>
    public async Task KeepAsync(string sha256, string what, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(sha256, what);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, ct);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes all that was made of a file.</summary>
    public void Forget(string sha256)
    {
        var made = FolderOf(sha256);

        if (Directory.Exists(made))
        {
            Directory.Delete(made, recursive: true);
        }
    }

    private string FolderOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    private string PathOf(string sha256, string what) => Path.Combine(FolderOf(sha256), what);
}
