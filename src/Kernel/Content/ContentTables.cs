using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Content;

internal sealed class ContentPathTable : IEntityTypeConfiguration<ContentPath>
{
    public void Configure(EntityTypeBuilder<ContentPath> builder)
    {
        builder.ToTable("content_paths").HasKey(p => p.Path);
        builder.HasIndex(p => p.ItemId);
    }
}

internal sealed class ContentFieldValueTable : IEntityTypeConfiguration<ContentFieldValue>
{
    public void Configure(EntityTypeBuilder<ContentFieldValue> builder)
    {
        builder.ToTable("content_field_index").HasKey(v => new { v.ItemId, v.Field });
        builder.Property(v => v.Number).HasPrecision(18, 2);
    }
}
