using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Contents.Media;

internal sealed class MediaFolderTable : IEntityTypeConfiguration<MediaFolder>
{
    public void Configure(EntityTypeBuilder<MediaFolder> builder)
    {
        builder.ToTable("media_folders");
        builder.HasIndex(f => f.PathKey).IsUnique();
        builder.HasIndex(f => f.ParentId);
        builder.HasMany(f => f.Roles).WithOne().HasForeignKey(r => r.FolderId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(f => f.Roles).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(f => f.Area);
    }
}

internal sealed class MediaFolderRoleTable : IEntityTypeConfiguration<MediaFolderRole>
{
    public void Configure(EntityTypeBuilder<MediaFolderRole> builder)
        => builder.ToTable("media_folder_roles").HasKey(r => new { r.FolderId, r.Role, r.Changes });
}

internal sealed class MediaFileTable : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("media_files");
        builder.Property(m => m.Kind).HasConversion<string>();
        builder.HasIndex(m => new { m.FolderId, m.NameKey }).IsUnique();
        builder.HasIndex(m => new { m.FolderId, m.ChangedAt });
        builder.HasIndex(m => m.FileId);
        builder.HasOne<MediaFolder>().WithMany().HasForeignKey(m => m.FolderId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(m => m.Picture);
    }
}
