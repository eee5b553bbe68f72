using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Recipes;

/// <summary>Files and folders of the library by their paths, as recipes name them.</summary>
internal static class MediaPaths
{
    /// <summary>All files that are not in the trash, in the order of their paths.</summary>
    public static async Task<IReadOnlyList<(string Path, MediaFile File)>> FilesByPathAsync(this AppDb db, CancellationToken ct)
    {
        var files = await db.Set<MediaFile>().AsNoTracking().Where(m => m.TrashedAt == null)
            .Join(db.Set<MediaFolder>(), m => m.FolderId, f => f.Id, (m, f) => new { File = m, f.Path }).ToListAsync(ct);
        return [.. files.Select(f => (Path: f.Path.Length == 0 ? f.File.Name : $"{f.Path}/{f.File.Name}", f.File)).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>The folder of that path, made with those around it where it is not there yet.</summary>
    /// <exception cref="RecipeException">A name in it cannot be a folder's.</exception>
    public static async Task<MediaFolder> FolderAtAsync(this AppDb db, string path, CancellationToken ct)
    {
        var folder = await db.RootAsync(ct);

        foreach (var typed in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, problem) = MediaNames.OfFolder(typed, "");

            if (problem is not null)
            {
                throw new RecipeException($"{path}: a folder cannot be called {typed}");
            }

            var key = MediaFolder.KeyOf(folder.IsRoot ? name : $"{folder.Path}/{name}");
            folder = db.Set<MediaFolder>().Local.SingleOrDefault(f => f.PathKey == key)
                ?? await db.Set<MediaFolder>().Include(f => f.Roles).SingleOrDefaultAsync(f => f.PathKey == key, ct)
                ?? db.Add(new MediaFolder(folder, name)).Entity;
        }

        return folder;
    }

    public static async Task<MediaFile?> FileInAsync(this AppDb db, MediaFolder folder, string name, CancellationToken ct)
    {
        var key = MediaNames.KeyOf(name);
        return db.Set<MediaFile>().Local.SingleOrDefault(m => m.FolderId == folder.Id && m.NameKey == key)
            ?? await db.Set<MediaFile>().SingleOrDefaultAsync(m => m.FolderId == folder.Id && m.NameKey == key, ct);
    }

    /// <summary>The folder's path and the file's name of "2563/launch/water.jpg".</summary>
    public static (string Folder, string Name) Split(string path)
        => path.LastIndexOf('/') is var at && at < 0 ? ("", path) : (path[..at], path[(at + 1)..]);
}
