using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>A file that somebody gave: what it is by its content, and for whom it is. The bytes lie in the <see cref="IFileStore"/> under their SHA-256.</summary>
public sealed class StoredFile : Entity
{
    private StoredFile()
    {
    }

    public StoredFile(string name, FileFacts facts, string purpose, Area area, string ownerId, DateTimeOffset keptAt)
    {
        (Name, ContentType, Size, Sha256) = (name, facts.ContentType, facts.Size, facts.Sha256);
        (Purpose, AreaPath, OwnerId, KeptAt) = (purpose, area.Path, ownerId, keptAt);
        Record(new FileKept(name, facts.ContentType, facts.Size, facts.Sha256, purpose));
    }

    /// <summary>The name it came with, without any path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Found from its first bytes, never from its name.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What it is for, "clips.application": decides which <see cref="IFileGate"/> lets people read it.</summary>
    public string Purpose { get; private set; } = "";

    public string AreaPath { get; private set; } = "";
    public string OwnerId { get; private set; } = "";
    public DateTimeOffset KeptAt { get; private set; }

    public Area Area => new(AreaPath);
}

/// <summary>What is known of a file's bytes.</summary>
public sealed record FileFacts(string ContentType, long Size, string Sha256);

/// <summary>A file was taken in.</summary>
public sealed record FileKept(string Name, string ContentType, long Size, string Sha256, string Purpose) : DomainEvent;

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.HasIndex(f => f.Sha256);
        builder.Ignore(f => f.Area);
    }
}
