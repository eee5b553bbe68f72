using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Reporting.Bpm;

internal sealed class BpmRecordTable : IEntityTypeConfiguration<BpmRecord>
{
    public void Configure(EntityTypeBuilder<BpmRecord> builder)
    {
        builder.ToTable("bpm_records");
        builder.HasIndex(r => r.EntryId).IsUnique();
        builder.HasIndex(r => r.CycleId);
        builder.Property(r => r.Facts).AsJson();
        builder.HasMany(r => r.Attachments).WithOne().HasForeignKey(a => a.RecordId);
        builder.Ignore(r => r.Area);
        builder.Ignore(r => r.Pictures);
        builder.Ignore(r => r.DataFiles);
    }
}

internal sealed class BpmAttachmentTable : IEntityTypeConfiguration<BpmAttachment>
{
    public void Configure(EntityTypeBuilder<BpmAttachment> builder)
    {
        builder.ToTable("bpm_attachments").HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasConversion<string>();
        builder.HasIndex(a => a.RecordId);
        builder.HasIndex(a => a.FileId).IsUnique();
    }
}
