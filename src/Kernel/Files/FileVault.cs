using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Takes files in. The row joins the caller's unit of work: it is saved with the thing that the file belongs to, or not at all.</summary>
public sealed class FileVault(IFileStore store, AppDb db, CurrentUser user, TimeProvider time)
{
    /// <summary>The largest file without a limit of its own, in bytes.</summary>
    public const long DefaultLimit = 20 * 1024 * 1024;

    /// <summary>
    /// Streams the bytes into the store and adds the row. Refused: empty, too large, or nothing that this purpose takes, by its content.
    /// </summary>
    /// <param name="field">The form's field that the problem stands beside.</param>
    /// <param name="types">The content types taken.</param>
    public async Task<Outcome<StoredFile>> KeepAsync(
        Stream content, string fileName, string purpose, Area area, string field, IReadOnlyCollection<string> types, long limit, CancellationToken ct)
    {
        var kept = await store.KeepAsync(content, limit, ct);

        if (kept is null)
        {
            return Refused("files.too-large", field, ("limit", limit / (1024 * 1024)));
        }

        if (kept.Size == 0)
        {
            await DropAsync(kept.Sha256, ct);
            return Refused("files.empty", field);
        }

        if (ContentSniffer.Find(kept.Head) is not { } type || !types.Contains(type))
        {
            await DropAsync(kept.Sha256, ct);
            return Refused("files.wrong-type", field, ("name", Path.GetFileName(fileName)));
        }

        var file = new StoredFile(Path.GetFileName(fileName), new(type, kept.Size, kept.Sha256), purpose, area, user.Id, time.GetUtcNow());
        db.Add(file);
        return file;
    }

    public Stream Open(StoredFile file) => store.Open(file.Sha256);

    /// <summary>Takes back a file that was refused after it had been kept and before it was saved: neither row nor bytes stay.</summary>
    public async Task DiscardAsync(StoredFile unsaved, CancellationToken ct)
    {
        db.Entry(unsaved).State = EntityState.Detached;
        await DropAsync(unsaved.Sha256, ct);
    }

    /// <summary>Takes the row of a file out of the caller's unit of work; its bytes go by <see cref="SweepAsync"/> after the save.</summary>
    public void Forget(StoredFile file) => db.Remove(file);

    /// <summary>Removes the bytes of a file whose row is gone, when no other row names them.</summary>
    public Task SweepAsync(StoredFile forgotten, CancellationToken ct) => DropAsync(forgotten.Sha256, ct);

    private async Task DropAsync(string sha256, CancellationToken ct)
    {
        // The same bytes may have been kept for something else before.
        if (!db.Set<StoredFile>().Local.Any(f => f.Sha256 == sha256) && !await db.Set<StoredFile>().AnyAsync(f => f.Sha256 == sha256, ct))
        {
            store.Remove(sha256);
        }
    }

    private static Outcome<StoredFile> Refused(string code, string field, params (string Name, object Value)[] args)
        => Outcome<StoredFile>.From(Outcome.Refused(code, field, args));
}

/// <summary>Content types that forms take.</summary>
public static class FileTypes
{
    public static readonly IReadOnlyCollection<string> Pictures = ["image/jpeg", "image/png", "image/webp"];
    public static readonly IReadOnlyCollection<string> Clips = ["video/mp4", "video/webm", "video/quicktime"];
    public static readonly IReadOnlyCollection<string> Evidence =
    [
        "application/pdf", .. Pictures,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];
}

/// <summary>A file as it comes from a form, a script or a test. Whoever opened the stream closes it.</summary>
public sealed record Upload(Stream Content, string FileName);
