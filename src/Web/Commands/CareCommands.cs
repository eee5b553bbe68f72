using System.Data.Common;
using System.Globalization;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Web.Backups;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Commands;

/// <summary>
/// The commands by which operators care for a site: <c>audit verify</c>, <c>backup FILE</c>, <c>restore FILE [--replace]</c>.
/// The exit code is 0 when it is done and whole, 1 when it is not, 2 when the command is written wrongly.
/// </summary>
internal static class CareCommands
{
    private const string Replace = "--replace";

    /// <summary>Checks the chain of hashes through the whole audit and names the first row that is not what was written.</summary>
    public static Task<int> AuditAsync(string[] args, TextWriter output, TextWriter error) => args is ["verify"]
        ? TryAsync(error, async () =>
        {
            var site = CommandSite.Open();
            site.MustBeThere();
            await using var db = site.OpenDb();
            var broken = await AuditChain.VerifyAsync(db, CancellationToken.None);
            var rows = await db.Audit.LongCountAsync();
            await output.WriteLineAsync(broken is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"audit broken at row {row}")
                : string.Create(CultureInfo.InvariantCulture, $"audit chain ok, {rows} rows"));
            return broken is null ? ExitCode.Done : ExitCode.Wrong;
        })
        : MisuseAsync(error, "audit verify");

    /// <summary>Writes the site into one file. It may run meanwhile.</summary>
    public static Task<int> BackupAsync(string[] args, TextWriter output, TextWriter error) => args is [var file]
        ? TryAsync(error, async () =>
        {
            var site = CommandSite.Open();
            site.MustBeThere();
            var manifest = await new SiteBackup(site.Folders, site.Database, TimeProvider.System).WriteAsync(Path.GetFullPath(file), CancellationToken.None);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{file}: {manifest.Files.Count} files, {manifest.Files.Sum(f => f.Size)} bytes, audit up to row {manifest.AuditRows}"));
            return ExitCode.Done;
        })
        : MisuseAsync(error, "backup FILE.zip");

    /// <summary>Makes the site what it was when the file was written. It does not run.</summary>
    public static Task<int> RestoreAsync(string[] args, TextWriter output, TextWriter error) => args.Except([Replace]).ToArray() is [var file]
        ? TryAsync(error, async () =>
        {
            var site = CommandSite.Open();
            var manifest = await new SiteRestore(site.Folders, site.Database).RunAsync(Path.GetFullPath(file), args.Contains(Replace), CancellationToken.None);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"restored {manifest.Files.Count} files of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC, audit up to row {manifest.AuditRows}"));
            return ExitCode.Done;
        })
        : MisuseAsync(error, $"restore FILE.zip [{Replace}]");

    private static async Task<int> TryAsync(TextWriter error, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or DbException)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Wrong;
        }
    }

    private static async Task<int> MisuseAsync(TextWriter error, string usage)
    {
        await error.WriteLineAsync($"Usage: {usage}");
        return ExitCode.Misused;
    }
}
