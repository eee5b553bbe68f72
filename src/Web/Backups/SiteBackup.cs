using System.IO.Compression;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Web.Hosting;

namespace CommunityBusinessNetwork.Web.Backups;

/// <summary>
/// Everything that a site cannot make again, in one ZIP: database, files, keys, unsent mail and the scheduler's own database, with the SHA-256 of each.
/// The site may run meanwhile: the database is copied first, and files never change under their name.
/// </summary>
internal sealed class SiteBackup(SiteFolders folders, AppDatabase database, TimeProvider time)
{
    /// <param name="path">Where it goes; there is nothing yet. It appears there when it is complete.</param>
    /// <exception cref="IOException">There is something already, or something could not be read.</exception>
    public async Task<BackupManifest> WriteAsync(string path, CancellationToken ct)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already");
        }

        var (part, copy, jobs) = (path + ".part", path + ".database", path + ".jobs");

        try
        {
            var manifest = await WriteAsync(part, copy, jobs, ct);
            File.Move(part, path);
            return manifest;
        }
        finally
        {
            File.Delete(part);
            File.Delete(copy);
            File.Delete(jobs);
        }
    }

    private async Task<BackupManifest> WriteAsync(string part, string copy, string jobs, CancellationToken ct)
    {
        var (rows, hash) = await AuditHead.OfAsync(database, ct);
        await DatabaseCopy.WriteAsync(database, copy, ct);
        List<BackupFile> written = [];

        await using var file = File.Create(part);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        written.Add(await AddAsync(zip, copy, DatabaseCopy.NameOf(database), ct));

        if (File.Exists(folders.Jobs))
        {
            await DatabaseCopy.CopySqliteAsync(folders.Jobs, jobs, ct);
            written.Add(await AddAsync(zip, jobs, Path.GetFileName(folders.Jobs), ct));
        }

        foreach (var source in new[] { folders.Files, folders.Keys, folders.Mail }.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            written.Add(await AddAsync(zip, source, Path.GetRelativePath(folders.Data, source).Replace('\\', '/'), ct));
        }

        BackupManifest manifest = new(time.GetUtcNow(), database.Provider, rows, hash, written);
        await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, AppJson.Indented, ct);
        return manifest;
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string source, string name, CancellationToken ct)
    {
        await using var from = File.OpenRead(source);
        await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        var (size, sha256) = await HashedCopy.CopyAsync(from, to, ct);
        return new(name, size, sha256);
    }
}
