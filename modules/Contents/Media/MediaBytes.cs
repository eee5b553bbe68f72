using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Removes stored files of the library that are nobody's any more, with the smaller pictures made of them.</summary>
internal sealed class MediaBytes(FileVault vault, MadeFiles made)
{
    /// <summary>The row goes with the caller's save.</summary>
    public void Forget(StoredFile file) => vault.Forget(file);

    /// <summary>The bytes go when it is saved.</summary>
    public async Task SweepAsync(StoredFile forgotten, CancellationToken ct)
    {
        await vault.SweepAsync(forgotten, ct);
        made.Forget(forgotten.Sha256);
    }
}
