using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>A file that somebody has read in, waiting for her word. What was typed goes when it has run; the report stays for a while.</summary>
public sealed class ImportDraft : Entity
{
    private ImportDraft()
    {
    }

    internal ImportDraft(string kind, string ownerId, string fileName, TypedTable table, IReadOnlyDictionary<string, string> options, DateTimeOffset now)
        => (Kind, OwnerId, FileName, Table, Options, MadeAt) = (kind, ownerId, fileName, table, options, now);

    public string Kind { get; private set; } = "";

    /// <summary>Nobody else sees it.</summary>
    public string OwnerId { get; private set; } = "";

    public string FileName { get; private set; } = "";
    public TypedTable Table { get; private set; } = new([], []);
    public IReadOnlyDictionary<string, string> Options { get; private set; } = new Dictionary<string, string>();
    public ImportReport Report { get; private set; } = new([], []);
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it was carried out; null while it waits.</summary>
    public DateTimeOffset? RanAt { get; private set; }

    internal void Tell(ImportReport report) => Report = report;

    internal void HasRun(DateTimeOffset now)
    {
        (RanAt, Table) = (now, new([], []));
        Record(new TableImported(Kind, Report.Count(ImportVerdict.New), Report.Count(ImportVerdict.Changed), Report.Count(ImportVerdict.Unchanged)));
    }
}

/// <summary>A table was taken in.</summary>
public sealed record TableImported(string Kind, int New, int Changed, int Unchanged) : DomainEvent;

internal sealed class ImportDraftTable : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("import_drafts");
        builder.HasIndex(d => d.MadeAt);
        builder.Property(d => d.Table).HasColumnName("typed").AsJson();
        builder.Property(d => d.Options).AsJson();
        builder.Property(d => d.Report).AsJson();
    }
}
