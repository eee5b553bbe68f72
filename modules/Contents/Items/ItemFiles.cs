using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Items;

/// <summary>The files and pictures in fields of items.</summary>
internal static class ItemFiles
{
    public const string Purpose = "content-item";

    /// <summary>The versions of items that name the file, of the library or of their own.</summary>
    public static IQueryable<ContentItem> Naming(this IQueryable<ContentItem> items, AppDb db, Guid fileId)
        => items.Where(i => db.Set<FileUse>().Any(u => u.FileId == fileId && u.VersionId == i.Id));
}

/// <summary>Those who may view items read their files; everybody reads those that a published version names.</summary>
internal sealed class ItemFileGate(AppDb db) : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [ItemFiles.Purpose];

    public async Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct)
        => user.May(Permissions.ViewContents) || await db.Set<ContentItem>().Naming(db, file.Id).AnyAsync(i => i.Published, ct);
}
