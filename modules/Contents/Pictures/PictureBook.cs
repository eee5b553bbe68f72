using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pictures;

/// <summary>The pictures among stored files, with their sizes. Who may read them is asked when a browser comes for them.</summary>
public sealed class PictureBook(AppDb db, IFileStore store)
{
    private const int Most = 10_000;

    // By the hash of the bytes, which never change.
    private static readonly ConcurrentDictionary<string, (int? Width, int? Height)> Sizes = new(StringComparer.Ordinal);

    /// <param name="pictures">Stored files, each with the words for who does not see it.</param>
    /// <returns>By file; what is no picture is not among them.</returns>
    public async Task<IReadOnlyDictionary<Guid, PictureView>> OfAsync(IReadOnlyCollection<(Guid FileId, string Alt)> pictures, CancellationToken ct)
    {
        List<Guid> ids = [.. pictures.Select(p => p.FileId).Distinct()];
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        Dictionary<Guid, PictureView> views = [];

        foreach (var file in files.Where(f => Renditions.AreMadeOf(f.ContentType)))
        {
            var (width, height) = await SizeOfAsync(file.Sha256, ct);
            views[file.Id] = new(file.Id, width, height, pictures.First(p => p.FileId == file.Id).Alt);
        }

        return views;
    }

    private async Task<(int? Width, int? Height)> SizeOfAsync(string sha256, CancellationToken ct)
    {
        if (Sizes.TryGetValue(sha256, out var known))
        {
            return known;
        }

        if (await FactsAsync(sha256, ct) is not { } facts)
        {
            return (null, null);
        }

        if (Sizes.Count >= Most)
        {
            Sizes.Clear();
        }

        return Sizes[sha256] = (facts.Width, facts.Height);
    }

    /// <summary>A file that is lost from the store leaves a gap on the page, and the page stands.</summary>
    private async Task<PictureFacts?> FactsAsync(string sha256, CancellationToken ct)
    {
        try
        {
            var head = new byte[PictureFacts.Needed];
            await using var file = store.Open(sha256);
            var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            return PictureFacts.Read(head.AsSpan(0, read));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
