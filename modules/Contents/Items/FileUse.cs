using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Contents.Items;

/// <summary>A version of an item names a file: one of its own, or one of the media library.</summary>
internal sealed class FileUse
{
    private FileUse()
    {
    }

    public FileUse(Guid fileId, Guid versionId) => (FileId, VersionId) = (fileId, versionId);

    /// <summary>Of a stored file or of a file of the library.</summary>
    public Guid FileId { get; private set; }

    /// <summary>The id of the version's row.</summary>
    public Guid VersionId { get; private set; }
}

internal sealed class FileUseTable : IEntityTypeConfiguration<FileUse>
{
    public void Configure(EntityTypeBuilder<FileUse> builder)
    {
        builder.ToTable("content_file_uses").HasKey(u => new { u.FileId, u.VersionId });
        builder.HasIndex(u => u.VersionId);
    }
}

/// <summary>Keeps beside each version which files it names, so that nobody must read all items to know where a file is used.</summary>
internal sealed partial class IndexFileUses : IContentIndexer
{
    public string? ContentType => null;

    public async Task IndexAsync(AppDb db, ContentItem version, CancellationToken ct)
    {
        var named = NamedIn(version.Parts);
        var known = await db.Set<FileUse>().Where(u => u.VersionId == version.Id).ToListAsync(ct);
        known.AddRange(db.Set<FileUse>().Local.Where(u => u.VersionId == version.Id).Except(known).ToList());
        db.RemoveRange(known.Where(u => !named.Contains(u.FileId)));
        db.AddRange(named.Except(known.Select(u => u.FileId)).Select(id => new FileUse(id, version.Id)));
    }

    /// <summary>Files are named by ids of this shape and by nothing else, in fields and in addresses within a text.</summary>
    internal static HashSet<Guid> NamedIn(string parts) => [.. Id().Matches(parts).Select(m => Guid.Parse(m.Value))];

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
