namespace CommunityBusinessNetwork.Web.Backups;

/// <summary>What a back-up says about itself, in its <c>manifest.json</c>.</summary>
/// <param name="Provider">Which kind of database it came from, "sqlite" or "postgres"; only such a one can take it.</param>
/// <param name="AuditRows">How far the audit had come, at least, when the database was copied.</param>
/// <param name="AuditHash">The hash of that row; null when nothing had happened yet.</param>
internal sealed record BackupManifest(DateTimeOffset MadeAt, string Provider, long AuditRows, string? AuditHash, IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "manifest.json";
}

/// <summary>One file of a back-up.</summary>
/// <param name="Name">Its path below the data folder, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record BackupFile(string Name, long Size, string Sha256);
