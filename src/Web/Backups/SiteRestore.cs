using System.IO.Compression;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBusinessNetwork.Web.Backups;

/// <summary>
/// Puts a back-up in the place of the site, which does not run. Every file is read and compared with the manifest first:
/// a back-up that is damaged changes nothing. The schema of an older program is brought up to date.
/// </summary>
internal sealed class SiteRestore(SiteFolders folders, AppDatabase database)
{
    private const string Prefix = "back-up-being-read-";

    /// <param name="replace">Whether a site that is there may go.</param>
    /// <exception cref="InvalidDataException">It is no back-up of such a site, or it is damaged.</exception>
    /// <exception cref="IOException">A site is there, or runs.</exception>
    public async Task<BackupManifest> RunAsync(string path, bool replace, CancellationToken ct)
    {
        if (!replace && await IsThereAsync(ct))
        {
            throw new IOException("there is a site already; --replace puts the back-up in its place");
        }

        var read = Directory.CreateDirectory(Path.Combine(folders.Data, $"{Prefix}{Guid.CreateVersion7():N}")).FullName;

        try
        {
            var manifest = await ReadAsync(path, read, ct);

            if (database.IsPostgres)
            {
                await DatabaseCopy.RestorePostgresAsync(database, Path.Combine(read, DatabaseCopy.NameOf(database)), ct);
            }

            await folders.TakeAsync(read, ct);
            await database.MigrateAsync(SiteModules.Catalogue, NullLoggerFactory.Instance, ct);
            return manifest.AuditHash is not { } hash || await AuditHead.HasAsync(database, manifest.AuditRows, hash, ct)
                ? manifest
                : throw new InvalidDataException($"the restored audit does not have row {manifest.AuditRows} as the manifest states it");
        }
        finally
        {
            if (Directory.Exists(read))
            {
                Directory.Delete(read, recursive: true);
            }
        }
    }

    private async Task<bool> IsThereAsync(CancellationToken ct) => database.IsPostgres
        ? await database.HasSchemaAsync(ct)
        : File.Exists(folders.Database);

    private async Task<BackupManifest> ReadAsync(string path, string folder, CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(path, ct);
        var manifest = await ManifestOfAsync(zip, ct);

        if (manifest.Provider != database.Provider)
        {
            throw new InvalidDataException($"it is of a {manifest.Provider} database, the site has {database.Provider}");
        }

        foreach (var file in manifest.Files)
        {
            var place = Path.GetFullPath(Path.Combine(folder, file.Name));

            if (!place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(file.Name) is not { } entry)
            {
                throw new InvalidDataException($"{file.Name}: there is no such file in it");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await using var from = await entry.OpenAsync(ct);
            await using var to = File.Create(place);

            if (await HashedCopy.CopyAsync(from, to, ct) != (file.Size, file.Sha256))
            {
                throw new InvalidDataException($"{file.Name}: it is not what the manifest states");
            }
        }

        return manifest;
    }

    private static async Task<BackupManifest> ManifestOfAsync(ZipArchive zip, CancellationToken ct)
    {
        try
        {
            await using var entry = await (zip.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException("it has no manifest")).OpenAsync(ct);
            return (await JsonSerializer.DeserializeAsync<BackupManifest>(entry, AppJson.Options, ct))!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"its manifest cannot be read: {fault.Message}", fault);
        }
    }
}
