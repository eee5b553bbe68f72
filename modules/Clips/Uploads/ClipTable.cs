using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Clips.Uploads;

internal sealed class ClipTable : IEntityTypeConfiguration<Clip>
{
    public void Configure(EntityTypeBuilder<Clip> builder)
    {
        builder.ToTable("clips");
        builder.Property(c => c.Kind).HasConversion<string>();
        builder.HasIndex(c => new { c.EntryId, c.Kind }).IsUnique();
        builder.HasIndex(c => c.FileId);

        // Tells the order of the two inserts of one save.
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.Area);
    }
}
